import { createRoot } from 'react-dom/client';
import { allStates } from './all-states';

/** `?state=name` shows one state alone; without it, a list of all. */
const wanted = new URLSearchParams(location.search).get('state');
const state = wanted === null ? undefined : allStates[wanted];

Object.assign(window, {
  galleryStates: Object.fromEntries(
    Object.entries(allStates).map(([name, { width, height, press }]) => [name, { width, height, press }]),
  ),
});

createRoot(document.getElementById('root') as HTMLElement).render(
  state ? (
    state.show()
  ) : (
    <ul>
      {Object.keys(allStates).map((name) => (
        <li key={name}>
          <a href={`?state=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  ),
);
