const MAX_RULES = 20_000;
const PSEUDO = ['::before', '::after'] as const;
const TELLING = /\d|counter|attr\(/;

/**
 * Whether style sheets draw digits before or after an element that its text doesn't hold. Asking for the styles of every
 * value is dear, so the sheets are looked through first: most hold no such rule. Sheets of other origins can't be read;
 * where there is one, the elements are asked.
 */
export function createAddedText(document: Document): (element: Element) => boolean {
  let isPossible: boolean | null = null;
  return (element) => {
    const isInShadow = element.getRootNode() !== document;
    isPossible ??= [...document.styleSheets, ...(document.adoptedStyleSheets ?? [])].some(mayAdd);
    return (isPossible || isInShadow) && adds(element);
  };
}

function adds(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  return PSEUDO.some((pseudo) => {
    const content = view?.getComputedStyle(element, pseudo).content ?? 'none';
    return content !== 'none' && content !== 'normal' && TELLING.test(content);
  });
}

function mayAdd(sheet: CSSStyleSheet): boolean {
  const rules = rulesOf(sheet);
  return rules === null || rules.some(isTelling);
}

function isTelling(rule: CSSRule): boolean {
  const { selectorText, style } = rule as CSSStyleRule;
  return (
    selectorText !== undefined && /:(?:before|after)\b/.test(selectorText) && TELLING.test(style.content)
  );
}

/** All rules of a sheet, those within conditions and imports too; null where they can't be read or are too many. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] | null {
  const all: CSSRule[] = [];
  const lists: CSSRuleList[] = [];
  try {
    lists.push(sheet.cssRules);
    for (let list = lists.shift(); list; list = lists.shift())
      for (const rule of list) {
        all.push(rule);
        if (all.length > MAX_RULES) return null;
        if ('cssRules' in rule) lists.push((rule as CSSGroupingRule).cssRules);
        const imported = (rule as CSSImportRule).styleSheet;
        if (imported) lists.push(imported.cssRules);
      }
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
  return all;
}
