/** The public types of the module and of `--json`. They import nothing, so that they can be handed out as they are. */

/** Raised when a field changes its meaning or goes; new fields may come at any time. */
export type SchemaVersion = 1;

export type Outcome = 'valid' | 'invalid' | 'undecided';

/** `not-checked` has to be known and isn't, so the order isn't valid; `not-asked` was left out by the caller. */
export type CheckResult = 'held' | 'failed' | 'not-checked' | 'not-asked';

export interface Checks {
  /** The order is unaltered and has one signature, made with the certificate in it. */
  readonly signature: CheckResult;
  /** The time of signing is given and can be true. */
  readonly 'signing-time': CheckResult;
  /** A path of certificates, valid at the time of signing, leads to a trusted root. */
  readonly certificate: CheckResult;
  /** None of them was revoked. */
  readonly revocation: CheckResult;
  /** The signer's certificate is one for CSOS orders. */
  readonly profile: CheckResult;
  /** The fields of 21 CFR 1305.21(b). */
  readonly fields: CheckResult;
  /** The purchaser's DEA number is the certificate's. */
  readonly registration: CheckResult;
  /** Every line is of a schedule that the certificate covers. */
  readonly schedules: CheckResult;
  /** The order names the supplier that verifies it. */
  readonly supplier: CheckResult;
  /** The purchaser didn't use its number before. */
  readonly number: CheckResult;
}

export interface Reason {
  readonly check: keyof Checks;
  /** `blocks`: the order is invalid for it. `warns`: it is not, but may be undecided. */
  readonly severity: 'blocks' | 'warns';
  /** Never renamed, never reused. */
  readonly code: string;
  /** English, for people. */
  readonly sentence: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Place in the order, such as `lines.2.schedule`. */
  readonly field: string | null;
  /** Such as `21 CFR 1311.55(c)(9)`. */
  readonly rule: string | null;
}

export interface SignerFacts {
  readonly commonName: string;
  readonly subject: string;
  readonly issuer: string;
  /** X.509 serial number, lower-case hex. */
  readonly serial: string;
  /** SHA-256 of the certificate, lower-case hex. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly registrantName: string | null;
  readonly businessActivity: string | null;
  /** Postal address, item by item. */
  readonly address: readonly string[] | null;
  /** Of `1`, `2`, `2N`, `3`, `3N`, `4`, `5`; null where the certificate doesn't tell. */
  readonly schedules: readonly string[] | null;
}

export interface PartyFacts {
  readonly name: string;
  readonly deaNumber: string;
  readonly address: {
    readonly street: string;
    readonly street2: string | null;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
}

export interface LineFacts {
  readonly lineNumber: number;
  readonly name: string;
  /** Eleven digits. */
  readonly ndc11: string | null;
  readonly strength: string | null;
  readonly form: string | null;
  /** Units in a single package. */
  readonly packageSize: number;
  readonly packages: number;
  /** As the order states it; `none` for what isn't controlled. */
  readonly schedule: string;
  readonly itemNumber: string | null;
}

export interface OrderFacts {
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly supplier: PartyFacts;
  readonly purchaser: PartyFacts;
  readonly lines: readonly LineFacts[];
}

export interface Verdict {
  readonly outcome: Outcome;
  /** True only where everything that 21 CFR 1311.55(c) asks for was done and held. */
  readonly valid: boolean;
  readonly checks: Checks;
  readonly reasons: readonly Reason[];
  readonly signer: SignerFacts | null;
  /** As the signer claims; ISO 8601, UTC. */
  readonly signingTime: string | null;
  /** The moment as of which revocation was judged; null where it wasn't. */
  readonly statusAt: string | null;
  /** SHA-256 of the bytes that were signed, lower-case hex. */
  readonly contentSha256: string | null;
  readonly order: OrderFacts | null;
}

/** Files of one kind, each in PEM or DER. */
export interface TrustInput {
  /** The only trusted certificates. */
  readonly roots: readonly Uint8Array[];
  /** CA certificates between signer and root, where orders don't carry them. */
  readonly authorities?: readonly Uint8Array[];
  /** Revocation lists. */
  readonly crls?: readonly Uint8Array[];
}

/** What `readTrust` made of certificates and lists; read it once and verify many orders with it. */
export interface Trust {
  /** SHA-256 of each trusted root, lower-case hex: compare it with what you expect. */
  readonly roots: readonly string[];
}

export interface SeenOrder {
  readonly number: string;
  /** Null: the number alone decides. */
  readonly purchaserDea: string | null;
}

export interface VerifyInput {
  /** The signed order as it came: CMS in DER, BER, base64 or PEM. */
  readonly message: Uint8Array;
  readonly trust: Trust;
  /** What was signed, for a detached signature. */
  readonly content?: Uint8Array;
  /** When it arrived. Without it the order is judged as of now. */
  readonly receivedAt?: Date;
  /** Your own DEA number: the order must name it. */
  readonly supplierDea?: string;
  /** Orders taken before. */
  readonly seen?: readonly SeenOrder[];
}

export interface VerifiedOrder {
  readonly verdict: Verdict;
  /** The very bytes that were signed; null unless the signature holds. */
  readonly content: Uint8Array | null;
}
