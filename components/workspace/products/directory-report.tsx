import type { CatalogueImported } from '@/lib/desk';
import { say } from '@/lib/words';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';

/** What an import of the NDC directory came to, with the lines that couldn't be read. */
export function DirectoryReportNotice({ report }: { readonly report: CatalogueImported }) {
  const { state, learned, isStopped, refused, examples, conflicts, unplaced } = report;
  return (
    <>
      <Notice tone="good" role="status">
        <p>{say('directory.done', { count: state.entries })}</p>
        {learned > 0 && <p>{say('directory.learned', { count: learned })}</p>}
        {isStopped && <p>{say('directory.learning-stopped')}</p>}
      </Notice>
      {refused + conflicts + unplaced > 0 && (
        <Notice tone="information">
          {refused > 0 && (
            <>
              <p>{say('directory.refused', { count: refused })}</p>
              <ul>
                {examples.map(({ file, line, why }) => (
                  <li key={`${file} ${line}`}>
                    <VisibleText>
                      {say('directory.refused-line', { file, line, why: say(`directory.why.${why}`) })}
                    </VisibleText>
                  </li>
                ))}
              </ul>
            </>
          )}
          {conflicts > 0 && <p>{say('directory.conflicts', { count: conflicts })}</p>}
          {unplaced > 0 && <p>{say('directory.unplaced', { count: unplaced })}</p>}
        </Notice>
      )}
    </>
  );
}
