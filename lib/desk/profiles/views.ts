import type { PortalProfile } from '@/lib/portal';

/** What taking one profile of a file would change here. */
export interface ProfileChange {
  /** As it would be kept: what the file leaves open stays as it is known here. */
  readonly profile: PortalProfile;
  /** `policy`: it is set by the organisation, and stays. */
  readonly what: 'new' | 'changed' | 'same' | 'policy';
  readonly before: PortalProfile | null;
}

/** What people do with profiles of portals beside editing a supplier's name. */
export interface ProfileCases {
  /** A person has seen that the portal is read right. Throws `portal/supplier-unknown`. */
  confirmSupplier(id: string): Promise<void>;
  /** The rules from before the last teaching count again. Throws `portal/nothing-to-undo`. */
  undoTeaching(id: string): Promise<void>;
  /** Takes all rules away; `undoTeaching` brings them back. Throws `portal/nothing-to-undo` where there are none. */
  forgetTaught(id: string): Promise<void>;
  /** Nothing is kept. Throws `portal/profile-file-unreadable`, `portal/profile-malformed`. */
  profileChanges(text: string): Promise<readonly ProfileChange[]>;
  /** Keeps what was shown, all or nothing; answers how many. Throws `portal/set-by-policy`. */
  takeProfiles(profiles: readonly PortalProfile[]): Promise<number>;
  /** All suppliers' profiles as one file. */
  profilesFile(): Promise<string>;
}
