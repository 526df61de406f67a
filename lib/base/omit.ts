/** An object without some of its members. */
export function omit<T extends object, K extends keyof T>(value: T, ...members: readonly K[]): Omit<T, K> {
  const rest: Partial<T> = { ...value };
  for (const member of members) delete rest[member];
  return rest as Omit<T, K>;
}
