import { useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { useService } from '../../api/person.ts';
import { saveFile } from '../../api/save-file.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';

/** Everything the service holds about the person, as a file. */
export const DownloadMyData = () => {
  const { today } = useService();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const download = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await saveFile('/api/me/data', `my-data-${today}.json`);
    } catch (error) {
      setProblem(error instanceof ProblemError || error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="my-data">
      <h2 id="my-data">My data</h2>
      <p>
        You can download everything that this service holds about you: your account, saved forms and submitted forms.
      </p>
      {problem !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <div className="actions">
        <Button onClick={() => void download()} busy={busy} busyText="Preparing…">
          Download my data
        </Button>
      </div>
    </section>
  );
};
