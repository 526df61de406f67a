/**
 * The panel's sheet. Lengths in px, because rem follows the supplier's page; colours are those of the extension's own
 * pages, light and dark; forced colours keep their own. Fonts by generic names alone: a page can give any other name to a font of its own,
 * in which digits look like others.
 */
export const PANEL_STYLE = `
:host { all: initial; }
.panel, dialog {
  --paper: #faf9f6; --ink: #1a1d1f; --soft: #50575c; --line: #d8d4cb; --accent: #0a5a64; --on-accent: #ffffff;
  --caution: #7d5200; --stop: #a11c1c; --focus: #0a5a64;
}
.panel {
  position: fixed; z-index: 2147483647; box-sizing: border-box; width: 304px; max-width: calc(100vw - 32px);
  max-height: min(60vh, 460px); display: flex; flex-direction: column; overflow: hidden;
  font: 13px/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
  box-shadow: 0 4px 18px rgb(0 0 0 / 18%); color-scheme: light dark; text-align: start;
}
.panel[data-corner^="bottom"] { bottom: 16px; } .panel[data-corner^="top"] { top: 16px; }
.panel[data-corner$="right"] { right: 16px; } .panel[data-corner$="left"] { left: 16px; }
.panel[data-small] { width: auto; }
.part { display: contents; }
.spoken { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.alarm { margin: 0; padding: 8px 12px; font-weight: 600; color: #ffffff; background: #a11c1c; overflow-y: auto; max-height: 40%; }
.status { margin: 0; padding: 6px 12px; font-size: 12px; border-top: 1px solid var(--line); }
.status:empty { display: none; }
header { display: flex; align-items: center; gap: 4px; padding: 6px 6px 6px 4px; border-bottom: 1px solid var(--line); }
.panel[data-small] header { border-bottom: 0; }
.name { flex: 1; min-width: 0; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.name span { font-weight: 400; color: var(--soft); }
.body { overflow: auto; padding: 8px 12px 12px; }
h2 { margin: 0 0 4px; font-size: 14px; font-weight: 600; }
p { margin: 0 0 8px; }
ul { list-style: none; margin: 0 0 8px; padding: 0; }
li { padding: 4px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
li:first-child { border-top: 0; }
.row { display: flex; justify-content: space-between; gap: 12px; }
.figure { white-space: nowrap; text-align: right; }
.small { font-size: 12px; color: var(--soft); }
code { font: 12px/1.4 ui-monospace, monospace; }
.gap::before { content: "△ "; }
.gap { font-size: 12px; color: var(--caution); }
.level { font-weight: 600; }
.level[data-level="caution"] { color: var(--caution); } .level[data-level="stop"] { color: var(--stop); }
.due { border-left: 3px solid var(--stop); padding-left: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
button {
  font: inherit; color: var(--accent); background: transparent; border: 1px solid var(--line); border-radius: 4px;
  padding: 5px 10px; min-height: 30px; cursor: pointer;
}
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.plain { border-color: transparent; padding: 2px 6px; min-height: 24px; color: var(--soft); }
button:disabled { opacity: .6; cursor: default; }
button.move { cursor: grab; touch-action: none; }
button.link { border-color: transparent; padding: 5px 0; font-size: 12px; color: var(--soft); text-decoration: underline; }
dialog {
  box-sizing: border-box; width: 440px; max-width: calc(100vw - 32px); max-height: calc(100vh - 32px); overflow: auto;
  padding: 20px 24px; font: 14px/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); border: 1px solid var(--line); border-radius: 6px; color-scheme: light dark; text-align: start;
}
dialog::backdrop { background: rgb(0 0 0 / 45%); }
dialog h2 { font-size: 18px; } dialog h2:focus { outline: none; }
dialog ul { border-left: 3px solid var(--stop); padding-left: 12px; font-weight: 600; }
dialog label { display: block; margin-bottom: 4px; }
textarea {
  box-sizing: border-box; width: 100%; margin: 0 0 4px; padding: 6px 8px; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--soft); border-radius: 4px; resize: vertical;
}
#hold-error:empty { display: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .panel, dialog {
    --paper: #16191b; --ink: #e9e7e2; --soft: #a9afb2; --line: #343a3d; --accent: #74c7cf; --on-accent: #08262a;
    --caution: #e9b95a; --stop: #ff9d93; --focus: #93d6dc;
  }
}
@media print { .panel { display: none; } }
@media (forced-colors: active) {
  .panel, dialog { border-color: CanvasText; }
  button { border-color: ButtonBorder; } button.main { border-width: 2px; font-weight: 700; }
  .due, dialog ul { border-left-color: CanvasText; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: background-color 100ms; } }
`;

/**
 * A constructed sheet needs no permission of the page's content security policy. Firefox doesn't let content scripts share
 * one with a page's document; there an element inside the closed root does the same.
 */
export function applyStyle(root: ShadowRoot, text = PANEL_STYLE): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}
