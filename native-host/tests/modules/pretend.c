/*
 * A PKCS #11 module for tests: pretends a token that does what its settings say. The settings are lines `name value` in a
 * file beside the module, named like it with `.txt`; each copy of the module is a module of its own.
 *
 *   slots N               how many slots are claimed (only the first `tokens` are there)
 *   tokens N              plugged-in tokens, each with one certificate and key (default 1)
 *   same-names 1          all tokens have the same four names
 *   flags N               CK_TOKEN_INFO.flags (default: initialized, login required, PIN set)
 *   flags-after N         the flags once a PIN was refused
 *   login N               what C_Login answers for a user (CK_RV); 0: compares the PIN with `pin`
 *   context N             what C_Login answers for CKU_CONTEXT_SPECIFIC
 *   pin TEXT
 *   model TEXT, reader TEXT
 *   kind rsa|ec, key-bytes N   signature length (default 256 / 64)
 *   certificate FILE, number FILE   DER; the modulus or EC point
 *   always 1              CKA_ALWAYS_AUTHENTICATE
 *   twins 1               two more keys with the same CKA_ID and other numbers come first
 *   sign-bytes N          answers a signature of that length
 *   sign N, sign-init N   what C_Sign, C_SignInit answer
 *   removed-after N       after so many signatures the token is gone
 *   refuse-locks 1        C_Initialize wants no arguments
 *   logged-in 1           somebody is logged in already
 *   hang NAME, crash NAME, abort NAME, print NAME   the function that does so
 *   length N              what C_GetAttributeValue claims for every length (-1: unavailable)
 *   more-found N          what C_FindObjects claims to have found
 *   mechanisms N          how many are claimed
 *   no-list 1             C_GetFunctionList fails
 *
 *   closed 1              every session is closed
 *   open N                what C_OpenSession answers
 *   no-key 1, gap 1, endless 1   no private key; a hole in the function list; searches that never end
 *
 *   real PATH             another module, which does everything; before its C_Login, C_SignInit and C_Sign the settings
 *                         `hang`, `crash`, `abort`, `login`, `sign-init` and `sign` count, `more-flags` is added to a token's
 *                         own, and where no PIN is handed over, `pin` is what was entered at the keypad
 *
 * Signatures are the data repeated. The file named like the module with `.log` tells of logins, of what became of the PIN's
 * memory, and of a function that hangs.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long ulong;
typedef unsigned char octet;
typedef struct { octet major, minor; } version;
typedef struct { ulong type; void *value; ulong length; } attribute;
typedef struct { ulong mechanism; void *parameter; ulong length; } mechanism;
typedef struct { octet description[64], manufacturer[32]; ulong flags; version hardware, firmware; } slot_info;
typedef struct {
  octet label[32], manufacturer[32], model[16], serial[16];
  ulong flags, counts[10];
  version hardware, firmware;
  octet utc[16];
} token_info;
typedef struct { ulong slot, state, flags, error; } session_info;
typedef struct { version version; void *functions[68]; } function_list;

enum { OK = 0, ARGUMENTS_BAD = 7, ATTRIBUTE_TYPE_INVALID = 0x12, DEVICE_REMOVED = 0x32, PIN_INCORRECT = 0xa0,
       OPERATION_ACTIVE = 0x90, OPERATION_NOT_INITIALIZED = 0x91, BUFFER_TOO_SMALL = 0x150, SESSION_HANDLE_INVALID = 0xb3,
       TOKEN_NOT_PRESENT = 0xe0, ALREADY_LOGGED_IN = 0x100, NOT_LOGGED_IN = 0x101 };
enum { USER = 1, CONTEXT = 2, CERTIFICATE = 1, PRIVATE_KEY = 3, TWINS = 2 };

static char here[4096];
static int logged_in, needs_context, signatures, pin_refused;
static const octet *pin_memory;
static octet pin_seen[256];
static ulong pin_length;
static ulong search_class, signing, sessions;
static int search_given;

static const char *text(const char *name, const char *otherwise) {
  static char found[8][4096];
  static int next;
  char path[4200], line[4096];
  snprintf(path, sizeof path, "%s.txt", here);
  FILE *file = fopen(path, "r");
  if (!file) return otherwise;
  size_t width = strlen(name);
  while (fgets(line, sizeof line, file))
    if (!strncmp(line, name, width) && line[width] == ' ') {
      fclose(file);
      line[strcspn(line, "\n")] = 0;
      char *kept = found[next++ & 7];
      snprintf(kept, sizeof found[0], "%s", line + width + 1);
      return kept;
    }
  fclose(file);
  return otherwise;
}

static ulong number(const char *name, ulong otherwise) {
  const char *value = text(name, NULL);
  return value ? strtoul(value, NULL, 0) : otherwise;
}

static void tell(const char *what) {
  char path[4200];
  snprintf(path, sizeof path, "%s.log", here);
  FILE *file = fopen(path, "a");
  if (!file) return;
  fprintf(file, "%s\n", what);
  fclose(file);
}

/* Whether the memory that C_Login was handed still holds the PIN. */
static void tell_of_pin(void) {
  if (pin_memory) tell(memcmp(pin_memory, pin_seen, pin_length) ? "pin gone" : "pin kept");
}

/* Every function begins here: it may be the one that hangs or crashes. */
static void enter(const char *name) {
  if (!strcmp(text("hang", ""), name)) { tell("hangs"); for (;;) pause(); }
  if (!strcmp(text("abort", ""), name)) abort();
  if (!strcmp(text("crash", ""), name)) raise(SIGSEGV);
  if (!strcmp(text("print", ""), name)) { printf("noise of a module\n"); fflush(stdout); }
}
#define ENTER enter(__func__)

static ulong slot_of(ulong session) { return (session - 0xfffffff0) & 0xff; }
static int removed(void) { return (ulong)signatures >= number("removed-after", 1000000); }
static ulong tokens(void) { return removed() ? 0 : number("tokens", 1); }

static void pad(octet *to, size_t width, const char *value) {
  size_t length = strlen(value);
  memset(to, ' ', width);
  memcpy(to, value, length < width ? length : width);
}

static ulong C_Initialize(void *arguments) {
  ENTER;
  return arguments && number("refuse-locks", 0) ? 0xa : OK;
}

static ulong C_Finalize(void *reserved) { ENTER; (void)reserved; tell("finalized"); return OK; }

static ulong C_GetSlotList(octet present, ulong *slots, ulong *count) {
  ENTER;
  (void)present;
  ulong there = number("slots", tokens());
  if (slots) {
    if (*count < there) return BUFFER_TOO_SMALL;
    for (ulong at = 0; at < there; at++) slots[at] = at + 7;
  }
  *count = there;
  return OK;
}

static ulong C_GetSlotInfo(ulong slot, slot_info *info) {
  ENTER;
  if (slot < 7 || slot - 7 >= tokens()) return TOKEN_NOT_PRESENT;
  memset(info, 0, sizeof *info);
  pad(info->description, 64, text("reader", "Pretended reader"));
  pad(info->manufacturer, 32, "Tests");
  info->flags = 1;
  return OK;
}

static ulong C_GetTokenInfo(ulong slot, token_info *info) {
  ENTER;
  char serial[24];
  ulong at = slot - 7;
  if (slot < 7 || at >= tokens()) return TOKEN_NOT_PRESENT;
  memset(info, 0, sizeof *info);
  snprintf(serial, sizeof serial, "%lu", number("same-names", 0) ? 1 : at + 1);
  pad(info->label, 32, text("label", "Pretended"));
  pad(info->manufacturer, 32, "Tests");
  pad(info->model, 16, text("model", "Pretend 1"));
  pad(info->serial, 16, serial);
  info->flags = number("flags", 0x40c);
  if (pin_refused) info->flags = number("flags-after", info->flags);
  info->hardware.major = 1; info->hardware.minor = 2;
  info->firmware.major = 3; info->firmware.minor = 4;
  return OK;
}

static ulong C_GetMechanismList(ulong slot, ulong *list, ulong *count) {
  ENTER;
  (void)slot;
  ulong there = number("mechanisms", 2);
  if (list && there == 2) { list[0] = 1; list[1] = 0x1041; }
  *count = there;
  return OK;
}

static ulong C_OpenSession(ulong slot, ulong flags, void *application, void *notify, ulong *session) {
  ENTER;
  (void)flags; (void)application; (void)notify;
  if (slot < 7 || slot - 7 >= tokens()) return TOKEN_NOT_PRESENT;
  if (number("open", 0)) return number("open", 0);
  *session = 0xfffffff0 + slot + 0x100 * sessions++;
  logged_in = logged_in || number("logged-in", 0);
  return OK;
}

static ulong C_CloseSession(ulong session) {
  ENTER;
  if (session == signing) signing = 0;
  return OK;
}

static ulong C_GetSessionInfo(ulong session, session_info *info) {
  ENTER;
  if (removed() || number("closed", 0)) return SESSION_HANDLE_INVALID;
  memset(info, 0, sizeof *info);
  info->slot = slot_of(session);
  info->state = logged_in ? 1 : 0;
  return OK;
}

static ulong C_Login(ulong session, ulong user, octet *pin, ulong length) {
  ENTER;
  (void)session;
  char line[80];
  if (user == USER && logged_in) { tell("login already"); return ALREADY_LOGGED_IN; }
  snprintf(line, sizeof line, "login %lu %s", user, pin ? "pin" : "null");
  tell(line);
  pin_memory = pin;
  pin_length = length < sizeof pin_seen ? length : sizeof pin_seen;
  if (pin) memcpy(pin_seen, pin, pin_length);
  ulong answer = number(user == CONTEXT ? "context" : "login", 0);
  const char *right = text("pin", "246810");
  if (!answer && pin && (length != strlen(right) || memcmp(pin, right, length))) answer = PIN_INCORRECT;
  if (answer) { pin_refused = 1; return answer; }
  if (user == CONTEXT) needs_context = 0; else logged_in = 1;
  return OK;
}

static ulong C_Logout(ulong session) {
  ENTER;
  (void)session;
  tell("logout");
  tell_of_pin();
  logged_in = 0;
  return removed() ? DEVICE_REMOVED : OK;
}

/* Objects: 100 + slot the certificate; 200 + slot its key; 300, 301 twins of the key. */
static ulong C_FindObjectsInit(ulong session, attribute *wanted, ulong count) {
  ENTER;
  (void)session;
  search_class = 0;
  for (ulong at = 0; at < count; at++) if (wanted[at].type == 0) search_class = *(ulong *)wanted[at].value;
  search_given = 0;
  return removed() ? DEVICE_REMOVED : OK;
}

static ulong C_FindObjects(ulong session, ulong *found, ulong most, ulong *count) {
  ENTER;
  (void)most;
  ulong slot = slot_of(session), n = 0;
  if (!search_given) {
    if (search_class == CERTIFICATE) found[n++] = 100 + slot;
    if (search_class == PRIVATE_KEY && logged_in && !number("no-key", 0)) {
      if (number("twins", 0)) { found[n++] = 300; found[n++] = 301; }
      found[n++] = 200 + slot;
    }
  }
  search_given = number("endless", 0) ? 0 : 1;
  *count = number("more-found", n);
  return OK;
}

static ulong C_FindObjectsFinal(ulong session) { ENTER; (void)session; return OK; }

static ulong read_file(const char *path, octet *to, ulong most) {
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  ulong length = fread(to, 1, most, file);
  fclose(file);
  return length;
}

static ulong value_of(ulong object, ulong type, octet *to) {
  ulong one = 1;
  int ec = !strcmp(text("kind", "rsa"), "ec");
  octet own_id[] = { (octet)object };
  if (object >= 200) own_id[0] = 1;
  switch (type) {
    case 0x3: strcpy((char *)to, "certificate"); return 11;
    case 0x11: return object < 200 ? read_file(text("certificate", ""), to, 60000) : 0;
    case 0x100: one = ec ? 3 : 0; memcpy(to, &one, sizeof one); return sizeof one;
    case 0x102: memcpy(to, own_id, 1); return 1;
    case 0x120: case 0x181: {
      if ((type == 0x181) != ec) return 0;
      ulong length = read_file(text("number", ""), to, 60000);
      if (object >= 300 && length) to[length / 2] ^= 1;
      return length;
    }
    case 0x202: to[0] = (octet)number("always", 0); return 1;
    default: return 0;
  }
}

static ulong C_GetAttributeValue(ulong session, ulong object, attribute *wanted, ulong count) {
  ENTER;
  static octet value[65536];
  (void)session;
  if (removed()) return DEVICE_REMOVED;
  for (ulong at = 0; at < count; at++) {
    ulong length = value_of(object, wanted[at].type, value);
    if (!length) { wanted[at].length = (ulong)-1; return ATTRIBUTE_TYPE_INVALID; }
    if (wanted[at].value) {
      if (wanted[at].length < length) return BUFFER_TOO_SMALL;
      memcpy(wanted[at].value, value, length);
    }
    wanted[at].length = number("length", length);
  }
  return OK;
}

static ulong C_SignInit(ulong session, mechanism *how, ulong key) {
  ENTER;
  (void)how;
  char line[40];
  if (removed()) return DEVICE_REMOVED;
  if (signing == session) return OPERATION_ACTIVE;
  if (number("sign-init", 0)) return number("sign-init", 0);
  snprintf(line, sizeof line, "sign with %lu", key);
  tell(line);
  tell_of_pin();
  signing = session;
  needs_context = (int)number("always", 0);
  return OK;
}

static ulong C_Sign(ulong session, octet *data, ulong length, octet *signature, ulong *signature_length) {
  ENTER;
  if (removed()) return number("removed-rv", DEVICE_REMOVED);
  if (signing != session) return OPERATION_NOT_INITIALIZED;
  signing = 0;
  if (!logged_in || needs_context) return NOT_LOGGED_IN;
  if (number("sign", 0)) return number("sign", 0);
  ulong bytes = number("sign-bytes", number("key-bytes", 256));
  for (ulong at = 0; at < bytes && at < *signature_length; at++) signature[at] = data[at % length];
  *signature_length = bytes;
  signatures++;
  return OK;
}

static ulong nothing(void) { return 0x54; }

static function_list list;

/* In front of a real module: its own functions, by their place in the list. */
static function_list *real;
#define REAL(at, ...) ((ulong (*)(__VA_ARGS__))real->functions[at])

static ulong front_token_info(ulong slot, token_info *info) {
  ulong answer = REAL(6, ulong, token_info *)(slot, info);
  info->flags |= number("more-flags", 0);
  return answer;
}

static ulong front_login(ulong session, ulong user, octet *pin, ulong length) {
  char line[80];
  snprintf(line, sizeof line, "login %lu %s", user, pin ? "pin" : "null");
  tell(line);
  enter("C_Login");
  if (number("login", 0)) return number("login", 0);
  octet *entered = pin ? pin : (octet *)text("pin", "");
  return REAL(18, ulong, ulong, octet *, ulong)(session, user, entered, pin ? length : strlen((char *)entered));
}

static ulong front_sign_init(ulong session, mechanism *how, ulong key) {
  enter("C_SignInit");
  if (number("sign-init", 0)) return number("sign-init", 0);
  return REAL(42, ulong, mechanism *, ulong)(session, how, key);
}

static ulong front_sign(ulong session, octet *data, ulong length, octet *signature, ulong *signature_length) {
  enter("C_Sign");
  if (number("sign", 0)) return number("sign", 0);
  return REAL(43, ulong, octet *, ulong, octet *, ulong *)(session, data, length, signature, signature_length);
}

static ulong stand_before(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  ulong (*get)(function_list **) = library ? (ulong (*)(function_list **))dlsym(library, "C_GetFunctionList") : NULL;
  if (!get) return 5;
  ulong answer = get(&real);
  if (answer) return answer;
  list = *real;
  list.functions[6] = (void *)front_token_info;
  list.functions[18] = (void *)front_login;
  list.functions[42] = (void *)front_sign_init;
  list.functions[43] = (void *)front_sign;
  return OK;
}

__attribute__((visibility("default"))) ulong C_GetFunctionList(function_list **answer_list) {
  Dl_info info;
  if (!dladdr((void *)C_GetFunctionList, &info)) return 5;
  snprintf(here, sizeof here, "%s", info.dli_fname);
  ENTER;
  if (number("no-list", 0)) return 5;
  if (text("real", NULL)) {
    ulong answer = stand_before(text("real", ""));
    *answer_list = &list;
    return answer;
  }
  list.version.major = 2;
  list.version.minor = 40;
  for (int at = 0; at < 68; at++) list.functions[at] = (void *)nothing;
  list.functions[0] = (void *)C_Initialize;
  list.functions[1] = (void *)C_Finalize;
  list.functions[4] = (void *)C_GetSlotList;
  list.functions[5] = (void *)C_GetSlotInfo;
  list.functions[6] = (void *)C_GetTokenInfo;
  list.functions[7] = (void *)C_GetMechanismList;
  list.functions[12] = (void *)C_OpenSession;
  list.functions[13] = (void *)C_CloseSession;
  list.functions[15] = (void *)C_GetSessionInfo;
  list.functions[18] = (void *)C_Login;
  list.functions[19] = (void *)C_Logout;
  list.functions[24] = (void *)C_GetAttributeValue;
  list.functions[26] = (void *)C_FindObjectsInit;
  list.functions[27] = (void *)C_FindObjects;
  list.functions[28] = (void *)C_FindObjectsFinal;
  list.functions[42] = number("gap", 0) ? NULL : (void *)C_SignInit;
  list.functions[43] = (void *)C_Sign;
  *answer_list = &list;
  return OK;
}
