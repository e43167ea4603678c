import { useState, type ReactNode } from 'react';
import { formatDate } from '../../../engine/index.ts';
import type { Address } from '../../../wire/shapes.ts';
import type { Task } from '../../../wire/task.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ChevronDownIcon } from '../../parts/icons.tsx';
import { DueDate } from '../../parts/lists/DueDate.tsx';
import './task-head.css';

const addressLine = ({ propertyName, houseNo, street, area, town, county, postcode }: Address): string =>
  [propertyName, [houseNo, street].filter(Boolean).join(' '), area, town, county, postcode].filter(Boolean).join(', ');

interface TaskHeadProps {
  task: Task;
  /** What else is known of it and seldom asked for. */
  children?: ReactNode;
}

/** Whom a task is about, what is asked, by when and by whom. On a phone it is folded into whom, what and by when. */
export const TaskHead = ({ task, children }: TaskHeadProps) => {
  const { header } = task;
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className="task-head" aria-label="About this task">
      <div className="task-head-fold">
        <p>
          <strong>{header.name}</strong>
          <br />
          {header.formType}
        </p>
        <p>
          {task.dueOn !== null && 'By '}
          <DueDate {...task} />
        </p>
        <button
          type="button"
          aria-expanded={unfolded}
          aria-controls="task-head-facts"
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'Less' : 'More'}
          <span className="visually-hidden"> about this task</span> <ChevronDownIcon />
        </button>
      </div>
      <div id="task-head-facts" className={unfolded ? 'task-head-all task-head-unfolded' : 'task-head-all'}>
        <div className="task-head-facts">
          <Facts
            facts={[
              { label: 'Name', value: header.name },
              { label: 'DOB', value: header.dateOfBirth && formatDate(header.dateOfBirth) },
              { label: 'Address', value: header.address && addressLine(header.address) },
              { label: 'Form Type', value: header.formType },
              { label: 'Comments', value: header.comments && <span className="lines">{header.comments}</span> },
            ]}
          />
          <Facts
            facts={[
              { label: 'Required By', value: <DueDate {...task} /> },
              { label: 'Sent By', value: header.sentBy },
              { label: 'Department', value: header.department },
              { label: 'Telephone', value: header.telephone },
              {
                label: 'Address',
                value: header.departmentAddress && <span className="lines">{header.departmentAddress}</span>,
              },
            ]}
          />
        </div>
        {children !== undefined && <div className="task-head-children no-print">{children}</div>}
      </div>
    </section>
  );
};
