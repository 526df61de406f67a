import type { ReactNode } from 'react';
import { Mark, type Tone } from './mark';

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  /** `alert` interrupts a screen reader, for what just went wrong; `status` waits its turn. */
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}

/** Something to know at this place: shape, words, and what to do. */
export function Notice({ tone, title, role, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Mark tone={tone} />
      <div className="notice-body">
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
