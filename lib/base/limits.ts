/** Every bound and waiting time of the product, with its unit in the name. Law-given values cite their rule. */
export const limits = Object.freeze({
  /** 21 CFR 1311.55(b)(5): re-authentication after ten minutes of inactivity. */
  keyIdleMs: 10 * 60_000,
  /** 21 CFR 1311.55(b)(7): the clock is within five minutes of official time. */
  clockSkewMs: 5 * 60_000,
  /** 21 CFR 1305.22(e): an order is valid for 60 days after its execution. */
  orderValidDays: 60,
  /** 21 CFR 1305.27: records are kept two years. */
  retentionYears: 2,
  /** 21 CFR 1311.45(a): a holder of a power of attorney who left or lost it is reported within six hours. */
  poaDepartedMs: 6 * 3_600_000,
  /** 21 CFR 1311.30(e): revocation is asked for within 24 hours of substantiating a loss or compromise of key or password. */
  keyCompromisedMs: 24 * 3_600_000,
  /** 21 CFR 1311.40: DEA's notice that a certificate ends comes this long before. */
  renewalAheadDays: 45,
  /** How long somebody with a new certificate is reminded of their first signature. */
  enrolmentShownDays: 90,
  /** What settings may hold: beyond these lies a slip of the finger. */
  retentionYearsMax: 50,
  deliveryDaysMax: 30,
  extraHolidaysMax: 100,
  copyHoursMax: 24 * 7,
  /** A scanned letter of a few pages. */
  poaFileMaxBytes: 5_000_000,
  /** Measured: an API call this often keeps a service worker awake while a sign window is open. */
  keepAwakeMs: 20_000,
  /** attacks.md 82: a click counts only after the window was focused and visible this long. */
  signArmDelayMs: 500,
  /** OWASP's minimum for PBKDF2-HMAC-SHA-256. */
  vaultIterations: 600_000,
  vaultPasswordMinLength: 10,
  /** Wrong passwords that cost no wait; each further one doubles it, up to the longest. */
  vaultFreeTries: 3,
  vaultFirstWaitMs: 5_000,
  vaultLongestWaitMs: 15 * 60_000,
  /** How long a comparison of this computer's clock with others counts. */
  clockReadingMs: 60 * 60_000,
  clockAnswerMs: 5_000,
  /**
   * Older comparisons are made anew before a signature. Less than the five minutes that matter: a clock that was set ahead
   * by more makes every comparison look older than this.
   */
  clockFreshMs: 4 * 60_000,
  /** While the sign window is open, its comparison is kept fresh this often. */
  clockTickMs: 60_000,
  /** By how much a clock may be mended between two comparisons and still be the same clock. */
  clockJumpMs: 30_000,
  /** The native host, leg by leg. Whoever enters a PIN at the token's own keypad takes their time. */
  hostStartMs: 10_000,
  hostListMs: 15_000,
  hostLoginMs: 20_000,
  hostPinPadMs: 120_000,
  hostSignMs: 15_000,
  hostClockMs: 8_000,
  hostDiagnoseMs: 30_000,
  /** The extension waits this much longer than the host, which can say better what was slow. */
  hostMarginMs: 3_000,
  /** What the host takes in one message: a digest and a PIN at most. */
  hostRequestMaxBytes: 64_000,
  /** A longer message is read past, so that the next one is understood; browsers send no longer ones than these 64 MiB. */
  hostSkipMaxBytes: 67_108_864,
  /** Browsers end a host that answers with more than a megabyte. */
  hostAnswerMaxBytes: 1_000_000,
  /** One text in the host's protocol, in UTF-16 units: a label, a path's fault, a line of a diagnosis. */
  hostTextMaxLength: 1_000,
  tokenPinMaxBytes: 255,
  /** What is read of a token's module, whatever it claims to have. */
  tokenSlotsMax: 64,
  tokenObjectsMax: 256,
  tokenMechanismsMax: 2_000,
  tokenAttributeMaxBytes: 64_000,
  /** A module that is asked to end politely gets this long; then its process ends without it. */
  tokenFarewellMs: 1_000,
  keyOfferEveryMs: 150,
  keyOfferMs: 5_000,
  pinIterations: 210_000,
  pinMinLength: 4,
  /** Wrong PINs that cost no wait; each further one doubles it. A PIN protects no key, so the longest is short. */
  pinFreeTries: 4,
  pinFirstWaitMs: 5_000,
  pinLongestWaitMs: 5 * 60_000,
  /** Above this a PFX's own key derivation would freeze the machine (attacks.md 35). */
  pfxMaxIterations: 10_000_000,
  pfxMaxBytes: 1_000_000,
  /** Keys times certificates in a PFX: each pair may have to be tried by a signature, a few milliseconds each. */
  pfxMaxPairs: 2_000,
  /** NIST SP 800-131A: shorter RSA keys are no longer accepted for signatures. */
  rsaMinBits: 2_048,
  /** What was common when certificates still carried SHA-1: for judging old records alone. */
  rsaMinBitsOfHistory: 1_024,
  crlMaxBytes: 50_000_000,
  /** Fetching a revocation list, leg by leg: its host's first answer, silence between two pieces, the whole. */
  crlAnswerMs: 10_000,
  crlSilenceMs: 10_000,
  crlFetchMs: 60_000,
  /** A host that failed isn't asked again before this, unless a person asks. */
  crlRetryMs: 60_000,
  /** Lists that end within this are fetched ahead, so that nobody who signs waits for them. */
  crlRefreshAheadMs: 12 * 3_600_000,
  crlRefreshEveryMinutes: 60,
  /** How long an order that day 60 closed with a balance is still told of. */
  expiredShownDays: 7,
  /** How often badge and notification are computed anew. */
  remindEveryMinutes: 15,
  documentMaxBytes: 2_000_000,
  /** A signed order as it came: the document in base64, the signature and a chain of certificates. */
  signedOrderMaxBytes: 4_000_000,
  /** The largest document, in base64 or DER, with its certificates. */
  signedMessageMaxBytes: 3_000_000,
  /** A page's message; anything larger isn't an order. */
  pageMessageMaxBytes: 500_000,
  orderMaxLines: 1_000,
  /** Entries of one file or policy with profiles of portals, and its size in bytes. */
  profilesPerFile: 200,
  profileFileMaxBytes: 1_000_000,
  packagesMax: 100_000,
  /** Units in one package. */
  packageSizeMax: 1_000_000,
  fieldMaxLength: 300,
  /** 21 CFR 1305.25: what the supplier says of an order not accepted is kept, so it gets room. */
  statementMaxLength: 4_000,
  /** The same as a file: a letter or an e-mail, kept inside the order's record. */
  statementFileMaxBytes: 5_000_000,
  /** A reason that says something specific has at least this many characters (som.md 6). */
  reasonMinLength: 10,
  reasonMaxLength: 500,
  /** Orders that were submitted on a supplier's page in spite of a held press, and are listed. */
  submissionsShown: 200,
  /** Presses that were held once, and aren't again. */
  heldRemembered: 500,
  /** The same lines within this many days are pointed out before they are signed again. */
  repeatedOrderDays: 3,
  /** A smaller quantity within this many days of one that was shown as unusual is a lowered one (som.md 6). */
  loweredDays: 3,
  /** How far back reasons for unusual orders are offered again. */
  reasonReachDays: 400,
  /** How long the popup shows how a signed order was judged. */
  somWatchDays: 7,
  /** Requests from one origin within `requestWindowMs` (attacks.md 75). */
  requestsPerWindow: 10,
  requestWindowMs: 60_000,
  /** What a supplier's page waits for, leg by leg. */
  pageApiHelloMs: 2_000,
  pageApiHelloMaxMs: 30_000,
  pageApiUserMs: 30 * 60_000,
  /** A working day: what a site may ask to wait for its signer. */
  pageApiUserMaxMs: 8 * 3_600_000,
  /** Until the site's module says that it has the signed order; without that the signer is offered the file. */
  pageApiAckMs: 3_000,
  /** Silence after the last mutation before a page is looked at. */
  pageSettleMs: 300,
  /** Of the supplier's words for cut lines of one order: more are a page that says something else each time. */
  orderMaxCuts: 20,
  /** After counts were written into a supplier's form: its scripts answer, then it is read back. */
  countSettleMs: 250,
  pageSettleMaxMs: 3_000,
  /** While a list that mounts its rows is scrolled it is read so often; a screen that somebody flings past stays for 120. */
  pageScrollReadMs: 50,
  /** Reading a page gives it a turn after so long; a frame of a smooth page takes 16. */
  detectSliceMs: 12,
  /** How often a page that may be an order is offered to a background that fails. */
  gateMaxOffers: 10,
  /** A record dated further ahead of this clock isn't merged: it would drag the time of all later records along. */
  mergeAheadMs: 24 * 3_600_000,
  /** Longer without a record in the time before, a clock that was compared with no other may have leapt: nothing is purged by it. */
  purgeSilenceMs: 45 * 24 * 3_600_000,
  purgeLookBackMs: 366 * 24 * 3_600_000,
  /** Between two tries to make the overview anew, where a new version couldn't. */
  refreshRetryMs: 60 * 60_000,
  /** A backup's password guards years of records against whoever finds the file. */
  backupPasswordMinLength: 10,
  backupChunkBytes: 256 * 1024,
  /** One record of a backup: a scanned form at most. */
  backupRecordMaxBytes: 64_000_000,
  /** How much later than asked for the daily copy may be before it is called stale: a weekend's closed browser is not. */
  copyMarginHours: 12,
  /** How long before an inspection's period an order may have been placed whose goods came within it. */
  packLookBackDays: 366,
  /** What is guessed from, and shown, of a file of history before it is taken. */
  importPreviewRows: 10,
  importMaxBytes: 50_000_000,
  /** Units in one dispensed line; and in a month of one substance, as a pharmacy's own limit or as asked of a supplier. */
  dispensedUnitsMax: 100_000,
  monthUnitsMax: 10_000_000,
  /** Refused rows of a dispensing file that are told of, one by one. */
  dispensedFaultsShown: 50,
  /** Substances whose thirteen months the popup's one message carries. */
  watchMonthsShown: 5,
  /** The longest line of the NDC directory is under 10 KB; what is longer is no line. */
  catalogueLineMaxBytes: 200_000,
  /** Lines of it that couldn't be read are told of, so many of them. */
  catalogueExamples: 20,
  /** What a person may say of a product: beyond these lies a slip of the finger. */
  productStrengthMaxMg: 10_000,
  productPackageMax: 100_000,
  /** Products that aren't recognised, shown at once. */
  unknownProductsShown: 200,
  /** And read for it, the newest: a pharmacy buys some thousand products. */
  unknownProductsRead: 2_000,
  /** Names of suppliers that are kept of an import, to tell it by. */
  importSuppliersShown: 12,
  /** Amounts of base drug outside these can't be real: a nanogram, a thousand tonnes. */
  somMinMg: 1e-6,
  somMaxMg: 1e12,
});
