import './archive.css';
import { say } from '@/lib/words';
import { InspectionSection } from '../inspection/inspection-section';
import { Page } from '../page';
import { BackupSection } from './backup-section';
import { CopySection } from './copy-section';
import { RestoreSection } from './restore-section';
import { RetentionSection } from './retention-section';
import { StandingSection } from './standing-section';
import { VerifySection } from './verify-section';

/** Everything about the records as a whole: whole, copied, backed up, past their time. */
export function ArchivePage() {
  return (
    <Page title={say('workspace.nav.archive')}>
      <StandingSection />
      <CopySection />
      <BackupSection />
      <RestoreSection />
      <VerifySection />
      <InspectionSection />
      <RetentionSection />
    </Page>
  );
}
