import type { LegalHold, Registrant } from '@/lib/archive';
import type { DeaNumber, PlainDate } from '@/lib/base';
import type { Duty, EnrolmentStep, PoaLetter, PoaRecord, Role, Settings } from '@/lib/people';
import type { PortalProfile } from '@/lib/portal';

/** Who acts, asked for once more with the act; the same `commandId` again changes nothing. */
export interface Acting {
  readonly commandId: string;
  readonly personId: string;
  readonly pin: string;
}

/** A file as a person chose it. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly left: PlainDate | null;
  /** A letter of theirs is in force, or a certificate of theirs is known here: DEA is told when they leave. */
  readonly maySign: boolean;
}

export interface PoaView extends PoaRecord {
  readonly personName: string;
  readonly registrantName: string;
  readonly standing: 'in-force' | 'to-come' | 'ended' | 'revoked';
}

export interface DutyView extends Duty {
  /** Who noted that it was done. */
  readonly doneBy: string | null;
}

export type StepState = 'done' | 'next' | 'open';

/** One person's way to a certificate, or one certificate's way to the next. */
export interface EnrolmentView {
  readonly kind: 'first' | 'renewal';
  /** What steps are ticked for: a person's id, or a certificate's SHA-256. */
  readonly about: string;
  readonly personName: string;
  readonly registrantName: string | null;
  /** Last day of the certificate that is to be renewed. */
  readonly validUntil: PlainDate | null;
  readonly steps: readonly {
    readonly step: EnrolmentStep;
    readonly state: StepState;
    /** Known from what is recorded here, so nobody ticks it. */
    readonly derived: boolean;
    readonly note: { readonly at: number; readonly who: string } | null;
  }[];
}

export interface LocationView extends Registrant {
  /** This station works for it now. */
  readonly isChosen: boolean;
  readonly certificates: number;
  readonly suppliers: number;
}

/** How long records are kept, for all and by location, and what is on hold. */
export interface RetentionView {
  /** Whole years, where a location has none of its own. */
  readonly years: number;
  readonly locations: readonly {
    readonly name: string;
    readonly deaNumber: DeaNumber;
    /** Null: as for all. */
    readonly years: number | null;
  }[];
  readonly holds: readonly HoldView[];
}

export interface HoldView extends Omit<LegalHold, 'who'> {
  /** Null: all locations. */
  readonly registrantName: string | null;
  /** Name of whoever placed it. */
  readonly by: string;
}

/** Locations, staff, authority, settings: what a pharmacy is, beside its orders. */
export interface PharmacyCases {
  registrants(): Promise<readonly LocationView[]>;
  /** For all acts from now on, at this station. Throws `people/nobody-signed-in`, `registrant/unknown`. */
  chooseRegistrant(deaNumber: DeaNumber): Promise<void>;
  /**
   * A location beside the others, or one as it should have read (`replaces`: its number as it was typed before). Throws
   * `people/*`, `order/purchaser-dea-invalid`, `input/malformed`, `registrant/known`.
   */
  saveLocation(
    act: Acting & { readonly registrant: Registrant; readonly replaces: DeaNumber | null },
  ): Promise<void>;
  /** By supplier: the locations that order from it; one that isn't named serves all. */
  supplierRegistrants(): Promise<Readonly<Record<string, readonly DeaNumber[]>>>;
  /** Null: all locations order from it. Throws `people/nobody-signed-in`, `people/not-allowed`. */
  saveSupplierRegistrants(supplier: PortalProfile, registrants: readonly DeaNumber[] | null): Promise<void>;

  staff(): Promise<readonly StaffMember[]>;
  /**
   * They sign in no more; what they did stays theirs. `at`: when they left (ms), from which the six hours count. Throws
   * `people/*`, `people/last-manager`.
   */
  removePerson(act: Acting & { readonly leaver: string; readonly at: number }): Promise<void>;
  /** Throws `people/wrong-pin`, `people/wait`, `people/pin-too-short`. */
  changePin(change: {
    readonly personId: string;
    readonly pin: string;
    readonly newPin: string;
  }): Promise<void>;
  /** A new PIN for someone who forgot theirs, by who may manage people. Throws as `changePin`, and `people/not-allowed`. */
  resetPin(act: Acting & { readonly of: string; readonly newPin: string }): Promise<void>;

  poaLetters(): Promise<readonly PoaView[]>;
  /** Throws `people/*`, `poa/*`. */
  grantPoa(
    act: Acting & {
      readonly letter: Pick<PoaLetter, 'personId' | 'registrant' | 'schedules' | 'since' | 'until'>;
      readonly file: ChosenFile | null;
    },
  ): Promise<void>;
  revokePoa(
    act: Acting & {
      readonly id: string;
      readonly on: PlainDate;
      readonly reason: string;
      readonly file: ChosenFile | null;
    },
  ): Promise<void>;
  /** Its key signs nothing more here, and the 24 hours begin. Throws `people/*`, `vault/key-missing`. */
  reportKeyCompromised(
    act: Acting & {
      readonly certificate: string;
      readonly substantiatedAt: number;
      readonly note: string;
    },
  ): Promise<void>;
  duties(): Promise<readonly DutyView[]>;
  /** `at`: when DEA was told (ms). Throws `people/*`, `duty/unknown`. */
  settleDuty(
    act: Acting & { readonly duty: string; readonly at: number; readonly note: string | null },
  ): Promise<void>;

  settings(): Promise<Settings>;
  /** Only what is to change: what a form merely showed may have changed elsewhere since. Throws `people/*`, `settings/invalid` {field}. */
  saveSettings(act: Acting & { readonly settings: Partial<Omit<Settings, 'legalHold'>> }): Promise<void>;

  retention(): Promise<RetentionView>;
  /** `years` null: as for all. Throws `people/*`, `registrant/unknown`, `settings/invalid`. */
  saveRetention(
    act: Acting & { readonly registrant: DeaNumber; readonly years: number | null },
  ): Promise<void>;
  /** Nothing of a location (null: of any) is purged until it is lifted. Throws `people/*`, `registrant/unknown`, `record/reason-missing`. */
  placeHold(act: Acting & { readonly registrant: DeaNumber | null; readonly reason: string }): Promise<void>;
  /** Ends the very hold that is named. Throws `people/*`, `hold/unknown`, `record/reason-missing`. */
  liftHold(act: Acting & { readonly hold: string; readonly reason: string }): Promise<void>;

  enrolment(): Promise<readonly EnrolmentView[]>;
  /** Throws `people/nobody-signed-in`. */
  tickStep(tick: {
    readonly step: EnrolmentStep;
    readonly about: string;
    readonly done: boolean;
  }): Promise<void>;
}
