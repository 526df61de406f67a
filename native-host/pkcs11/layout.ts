import koffi, { type TypeObject } from 'koffi';

/** How the module's structures lie in memory. */
export interface Layout {
  /** Octets of a CK_ULONG. */
  readonly ulong: 4 | 8;
  /** A CK_ULONG as koffi names it. */
  readonly ulongType: string;
  readonly slotInfo: TypeObject;
  readonly tokenInfo: TypeObject;
  readonly sessionInfo: TypeObject;
  readonly attribute: TypeObject;
  readonly mechanism: TypeObject;
  readonly initializeArgs: TypeObject;
  /** Of CK_FUNCTION_LIST: where its first pointer lies. */
  readonly firstFunction: number;
}

/**
 * PKCS #11 (3.1, 2.1): on Windows structures are packed to one octet and a CK_ULONG has 32 bits, elsewhere both are as the
 * C compiler has them: 64 bits wherever pointers have them.
 */
export function layoutFor(platform: NodeJS.Platform): Layout {
  const windows = platform === 'win32';
  const record: (members: Record<string, TypeObject | string>) => TypeObject = windows
    ? koffi.pack
    : koffi.struct;
  const ulong = windows || koffi.sizeof('void *') === 4 ? 4 : 8;
  const ulongType = `uint${ulong * 8}`;
  const octets = (length: number) => koffi.array('uint8', length, 'Typed');
  const ulongs = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, ulongType]));
  const version = octets(2);
  const functionList = record({ version, first: 'void *' });
  return {
    ulong,
    ulongType,
    slotInfo: record({
      slotDescription: octets(64),
      manufacturerID: octets(32),
      flags: ulongType,
      hardwareVersion: version,
      firmwareVersion: version,
    }),
    tokenInfo: record({
      label: octets(32),
      manufacturerID: octets(32),
      model: octets(16),
      serialNumber: octets(16),
      flags: ulongType,
      ...ulongs('maxSessions', 'sessions', 'maxRwSessions', 'rwSessions', 'maxPin', 'minPin'),
      ...ulongs('totalPublic', 'freePublic', 'totalPrivate', 'freePrivate'),
      hardwareVersion: version,
      firmwareVersion: version,
      utcTime: octets(16),
    }),
    sessionInfo: record(ulongs('slotID', 'state', 'flags', 'deviceError')),
    attribute: record({ type: ulongType, pValue: 'void *', ulValueLen: ulongType }),
    mechanism: record({ mechanism: ulongType, pParameter: 'void *', ulParameterLen: ulongType }),
    initializeArgs: record({
      createMutex: 'void *',
      destroyMutex: 'void *',
      lockMutex: 'void *',
      unlockMutex: 'void *',
      flags: ulongType,
      pReserved: 'void *',
    }),
    firstFunction: koffi.offsetof(functionList, 'first'),
  };
}
