import { say } from '@/lib/words';
import { Code } from '../../ui/code';

const SYSTEMS = ['linux', 'macos', 'windows'] as const;

/** How the token helper comes onto this computer. */
export function InstallHelp() {
  return (
    <div className="install-help">
      <h4>{say('tokens.install')}</h4>
      <dl>
        {SYSTEMS.map((system) => (
          <div key={system}>
            <dt>{say(`tokens.install.${system}`)}</dt>
            <dd>
              {say(`tokens.install.${system}-how`)}
              {system === 'linux' && (
                <>
                  {' '}
                  <Code>{say('tokens.install-command')}</Code>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>{say('tokens.install-then')}</p>
      <p className="quiet small">{say('tokens.install-docs')}</p>
    </div>
  );
}
