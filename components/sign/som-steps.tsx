import type { SomAdvice } from '@/lib/desk';
import { say } from '@/lib/words';

/** What a pharmacist can do about it, beside signing and refusing; short, and the same whatever the figures say. */
export function SomSteps({ advice }: { readonly advice: readonly SomAdvice[] }) {
  const serious = advice.filter(({ level }) => level === 'caution' || level === 'stop');
  const [first] = serious;
  if (!first) return null;
  return (
    <>
      <h3>{say('sign-som.steps')}</h3>
      <ul>
        <li>{say('sign-som.step.count')}</li>
        {serious.map(({ substanceCode, name }) =>
          substanceCode === null ? null : (
            <li key={substanceCode}>
              <WorkspaceLink path={`/monitoring/${substanceCode}/increase`}>
                {say('sign-som.step.increase', { substance: name ?? substanceCode })}
              </WorkspaceLink>
            </li>
          ),
        )}
        <li>{say('sign-som.step.hold')}</li>
        <li>
          <WorkspaceLink path="/records/new/loss">{say('sign-som.step.loss')}</WorkspaceLink>
        </li>
      </ul>
    </>
  );
}

/** In a tab of its own: the window, and what was typed in it, stays. */
function WorkspaceLink({ path, children }: { readonly path: string; readonly children: string }) {
  return (
    <a href={`/workspace.html#${path}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
