import { cls } from './class-names';

const rules: Readonly<Record<string, string>> = {
  shell: 'display:grid;grid-template-columns:208px minmax(0,1fr);min-height:100vh',
  side: 'background:#0b1f33;color:#c7d4e2;padding:24px 16px;display:flex;flex-direction:column;gap:4px',
  logo: 'font-weight:700;font-size:15px;color:#fff;padding:0 12px 20px;letter-spacing:-.01em;white-space:nowrap',
  link: 'color:#c7d4e2;text-decoration:none;padding:9px 12px;border-radius:8px;font-size:14px',
  linkOn: 'background:#16395c;color:#fff',
  main: 'padding:28px;background:#f6f8fb',
  top: 'display:flex;justify-content:space-between;align-items:baseline;margin-bottom:20px',
  title: 'font-size:24px;font-weight:650;margin:0;letter-spacing:-.02em;color:#0b1f33',
  faint: 'color:#64748b;font-size:13px',
  panel: 'background:#fff;border:1px solid #e2e8f0;border-radius:12px;padding:20px;margin-bottom:20px',
  grid: 'background:#fff;border:1px solid #e2e8f0;border-radius:12px;overflow:hidden;margin-bottom:20px',
  row: 'display:grid;grid-template-columns:116px 76px minmax(150px,1fr) 100px 64px 64px 66px 66px 110px;gap:6px;overflow-wrap:anywhere;align-items:center;padding:10px 16px;border-bottom:1px solid #eef2f6;font-size:14px',
  rowOrders:
    'display:grid;grid-template-columns:150px 150px 1fr 160px;padding:12px 16px;border-bottom:1px solid #eef2f6;font-size:14px;align-items:center',
  rowShip:
    'display:grid;grid-template-columns:52px 130px minmax(180px,1fr) 90px 90px 90px 90px;padding:10px 16px;border-bottom:1px solid #eef2f6;font-size:14px;align-items:center',
  head: 'background:#f1f5f9;color:#475569;font-size:12px;font-weight:600',
  mono: 'font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px',
  right: 'text-align:right',
  stepper: 'display:inline-flex;border:1px solid #cbd5e1;border-radius:8px;overflow:hidden',
  step: 'border:0;background:#f8fafc;width:30px;height:30px;font-size:16px;cursor:pointer;color:#0b1f33',
  count:
    'border:0;border-left:1px solid #cbd5e1;border-right:1px solid #cbd5e1;width:46px;text-align:center;font:inherit',
  button:
    'border:0;border-radius:8px;background:#0f62d6;color:#fff;font:inherit;font-weight:600;padding:10px 18px;cursor:pointer;text-decoration:none;display:inline-block',
  quiet: 'background:#fff;color:#0b1f33;border:1px solid #cbd5e1',
  tag: 'border-radius:99px;padding:2px 9px;font-size:12px;background:#e2e8f0;color:#334155;display:inline-block',
  tagControlled: 'background:#fde8e8;color:#9b1c1c',
  good: 'background:#dcfce7;color:#14532d',
  bad: 'background:#fee2e2;color:#7f1d1d',
  note: 'border-radius:10px;padding:14px 16px;margin-bottom:20px;background:#e0ecff;color:#123a7a',
  cols: 'display:grid;grid-template-columns:1fr 1fr 1fr;gap:20px',
  small: 'font-size:12px;font-weight:600;color:#64748b;margin:0 0 6px',
  bar: 'display:flex;gap:12px;align-items:center;justify-content:flex-end',
  pulse: 'height:16px;border-radius:6px;background:#e2e8f0;margin:12px 0',
  field:
    'border:1px solid #cbd5e1;border-radius:8px;padding:8px 10px;font:inherit;display:block;margin:4px 0 14px;width:280px',
};

export type StyleName = keyof typeof rules;

export const stylesheet = [
  '*{box-sizing:border-box}',
  'body{margin:0;font:15px/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;color:#1e293b}',
  ...Object.entries(rules).map(([name, rule]) => `.${cls(name)}{${rule}}`),
].join('\n');
