/** A page that keeps on altering our element is left to it: its presses don't count then, and the tab doesn't hang. */
const MOST_RESTORES = 100;

/** Our own element in a supplier's page, and whether it is as we made it. */
export interface OwnHost {
  readonly host: HTMLElement;
  /** Under the page's root, without anything that the page set on it. */
  isUnaltered(): boolean;
}

/**
 * Makes the element that our closed root hangs on. Important inline styles go before every sheet and animation of the page,
 * so nothing is inherited into the root; attributes that the page sets or takes away are put back.
 */
export function createOwnHost(document: Document): OwnHost {
  const host = document.createElement('div');
  let restored = 0;
  let styled = '';
  const restore = () => {
    for (const { name } of [...host.attributes]) host.removeAttribute(name);
    // Through the object model, which no content security policy of the page forbids.
    host.style.setProperty('all', 'initial', 'important');
    // `all` leaves these two out.
    host.style.setProperty('direction', 'ltr', 'important');
    host.style.setProperty('unicode-bidi', 'normal', 'important');
    styled = host.style.cssText;
  };
  const isUnaltered = () =>
    host.parentNode === document.documentElement &&
    host.attributes.length === 1 &&
    host.style.cssText === styled;
  const watcher = new MutationObserver(() => {
    if (restored++ < MOST_RESTORES) restore();
    // What was put back is no alteration of the page's.
    watcher.takeRecords();
  });
  restore();
  watcher.observe(host, { attributes: true });
  return { host, isUnaltered };
}
