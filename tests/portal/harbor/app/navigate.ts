/** Moves within the app without loading a document. */
export function navigate(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

export function follow(path: string): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    navigate(path);
  };
}
