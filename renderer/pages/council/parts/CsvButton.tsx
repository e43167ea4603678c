import { useMutation } from '@tanstack/react-query';
import { withFilters, type Filters } from '../../../api/council.ts';
import { saveFile } from '../../../api/save-file.ts';
import { Button } from '../../../parts/Button.tsx';
import { Failure } from './Failure.tsx';

interface CsvButtonProps {
  /** Of the file on the server. */
  path: string;
  filters: Filters;
  /** Of the file as it is saved. */
  name: string;
}

/** The whole list, as it is filtered now, as a file for a spreadsheet. */
export const CsvButton = ({ path, filters, name }: CsvButtonProps) => {
  const file = useMutation({ mutationFn: () => saveFile(withFilters(path, filters), name) });
  return (
    <div className="council-csv no-print">
      <Button onClick={() => file.mutate()} busy={file.isPending} busyText="Creating the file…">
        Download as CSV
      </Button>
      <span className="visually-hidden" role="status">
        {file.isPending ? 'Creating the file' : file.isSuccess ? 'The file was saved' : ''}
      </span>
      <Failure error={file.error} />
    </div>
  );
};
