import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { SupplierFileReport } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { OrderNumberCode } from '../../ui/code';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';
import { FileField } from '../forms/file-field';

/** Reads an answer that a supplier offers as a file, and says what came of it. */
export function SupplierFile({ onRead }: { readonly onRead: () => void }) {
  const { desk } = useServices();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const [report, setReport] = useState<SupplierFileReport | null>(null);
  const found = useRef<SupplierFileReport | null>(null);
  const close = () => {
    setOpen(false);
    setFile(null);
    setAsked(false);
    setReport(null);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('supplier-file.open')}</Button>
      <Dialog open={open} onClose={close} title={say('supplier-file.open')}>
        {report ? (
          <Report report={report} onClose={close} />
        ) : (
          <ActForm
            label={say('supplier-file.read')}
            check={() => {
              setAsked(true);
              return file !== null;
            }}
            onAct={async ({ personId, pin }) => {
              if (!file) return;
              const bytes = new Uint8Array(await file.arrayBuffer());
              found.current = await desk.readSupplierFile({ personId, pin, bytes });
            }}
            onDone={() => {
              setReport(found.current);
              onRead();
            }}
            onCancel={close}
          >
            <p>{say('supplier-file.explain')}</p>
            <FileField
              label={say('supplier-file.file')}
              accept=""
              error={asked && !file ? say('restore.file-missing') : null}
              onFile={setFile}
            />
          </ActForm>
        )}
      </Dialog>
    </>
  );
}

function Report({
  report: { orders, left },
  onClose,
}: {
  readonly report: SupplierFileReport;
  readonly onClose: () => void;
}) {
  return (
    <div className="form">
      {orders.length > 0 && (
        <Notice tone="good" role="status">
          <ul>
            {orders.map(({ orderId, number, isNew }) => (
              <li key={orderId}>
                <Link href={`/orders/${encodeURIComponent(orderId)}`}>
                  <OrderNumberCode number={number} />
                </Link>{' '}
                {say(isNew ? 'supplier-file.new' : 'supplier-file.known')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice tone="caution" title={say('supplier-file.left')}>
          <ul>
            {left.map(({ reference, why }, index) => (
              <li key={index}>
                <VisibleText>{reference}</VisibleText>: {say(`supplier-file.left.${why}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" onClick={onClose}>
          {say('ui.close')}
        </Button>
      </div>
    </div>
  );
}
