/** The sheet of teaching: lengths in px, because rem follows the supplier's page; forced colours keep their own. */
export const TEACH_STYLE = `
:host { all: initial; }
.cover { position: fixed; inset: 0; z-index: 2147483646; cursor: crosshair; background: transparent; }
.box { position: fixed; z-index: 2147483646; pointer-events: none; box-sizing: border-box;
  border: 2px solid #0a5a64; outline: 1px solid #ffffff; border-radius: 2px; }
.box.meant { border-style: dashed; }
.card {
  --paper: #faf9f6; --ink: #1a1d1f; --soft: #50575c; --line: #d8d4cb; --accent: #0a5a64; --on-accent: #ffffff;
  position: fixed; z-index: 2147483647; left: 50%; transform: translateX(-50%); box-sizing: border-box;
  width: min(380px, calc(100vw - 32px)); max-height: 60vh; overflow: auto; padding: 12px; text-align: start;
  font: 13px/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
  box-shadow: 0 4px 18px rgb(0 0 0 / 18%); color-scheme: light dark;
}
.card[data-at="top"] { top: 16px; } .card[data-at="bottom"] { bottom: 16px; }
h2 { margin: 0 0 4px; font-size: 14px; font-weight: 600; }
p { margin: 0 0 8px; overflow-wrap: anywhere; }
.small { font-size: 12px; color: var(--soft); }
ul { list-style: none; margin: 0 0 8px; padding: 0; }
li { padding: 4px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
label { display: block; margin: 0 0 4px; font-weight: 600; }
select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px;
  width: 100%; min-height: 30px; margin: 0 0 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
button { font: inherit; color: var(--accent); background: transparent; border: 1px solid var(--line); border-radius: 4px;
  padding: 5px 10px; min-height: 30px; cursor: pointer; }
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button:disabled { opacity: .6; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .card { --paper: #16191b; --ink: #e9e7e2; --soft: #a9afb2; --line: #343a3d; --accent: #74c7cf; --on-accent: #08262a; }
  .box { border-color: #74c7cf; outline-color: #08262a; }
}
@media (forced-colors: active) { .box { border-color: Highlight; } }
@media print { .card, .box, .cover { display: none; } }
`;
