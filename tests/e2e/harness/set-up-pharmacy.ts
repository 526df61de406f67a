export async function setUpPharmacy(..._: unknown[]): Promise<any> {
  throw new Error('x');
}
export async function importPfx(..._: unknown[]): Promise<any> {
  throw new Error('x');
}
