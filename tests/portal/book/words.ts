/** C-II, C-IIN …; `Rx` for what isn't controlled. */
export function scheduleMark(schedule: string): string {
  if (schedule === 'none') return 'Rx';
  const roman = ['I', 'II', 'III', 'IV', 'V'][Number(schedule.charAt(0)) - 1] as string;
  return `C-${roman}${schedule.slice(1)}`;
}

export function dollars(amount: number): string {
  return amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
}
