/** The rules that findings cite, by what they ask for. Text: csos.md 1 and 2. */
export const rules = Object.freeze({
  number: '21 CFR 1305.21(b)(1)',
  purchaserDea: '21 CFR 1305.21(b)(2)',
  supplierName: '21 CFR 1305.21(b)(3)',
  supplierAddress: '21 CFR 1305.21(b)(4)',
  supplierDea: '21 CFR 1305.21(b)(5)',
  date: '21 CFR 1305.21(b)(6)',
  product: '21 CFR 1305.21(b)(7)',
  packageSize: '21 CFR 1305.21(b)(8)',
  packages: '21 CFR 1305.21(b)(9)',
  validity: '21 CFR 1305.22(e)',
  receipt: '21 CFR 1305.22(g)',
  endorsement: '21 CFR 1305.23',
  defective: '21 CFR 1305.25',
  lost: '21 CFR 1305.26',
  /** Records of schedules I and II are kept apart; why some want their orders apart too. */
  separation: '21 CFR 1304.04(h)',
  /** An order that a supplier's system refuses is no order: bounds of the wire formats (csos.md 4). */
  form: '21 CFR 1305.21(b)',
  void: '21 CFR 1305.28',
  /** The signing system compares schedules ordered with schedules allowed, so an unknown one can't be signed. */
  schedule: '21 CFR 1311.55(c)',
});
