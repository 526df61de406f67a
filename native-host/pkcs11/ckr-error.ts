import { ckrName, type CkrName } from './ckr';

/** A function of the module that answered something else than CKR_OK; what it means depends on what was wanted. */
export class CkrError extends Error {
  override readonly name = 'CkrError';
  readonly rv: CkrName | `0x${string}`;

  constructor(
    /** The function's name, such as `C_Login`. */
    readonly step: string,
    rv: number,
  ) {
    const named = ckrName(rv);
    super(`${step}: ${named}`);
    this.rv = named;
  }
}
