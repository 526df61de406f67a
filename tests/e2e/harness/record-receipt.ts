export async function recordReceipt(..._: unknown[]): Promise<any> {
  throw new Error('x');
}
