import { useState } from 'react';
import { formatDate } from '../../../engine/index.ts';
import type { Address } from '../../../wire/shapes.ts';
import type { Task } from '../../../wire/task.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ChevronDownIcon } from '../../parts/icons.tsx';
import { DueDate } from './DueDate.tsx';
import './task-head.css';

const addressLine = ({ propertyName, houseNo, street, area, town, county, postcode }: Address): string =>
  [propertyName, [houseNo, street].filter(Boolean).join(' '), area, town, county, postcode].filter(Boolean).join(', ');

/** Whom a task is about, what is asked, by when and by whom. On a phone it is folded into two lines. */
export const TaskHead = ({ task }: { task: Task }) => {
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
        <button
          type="button"
          aria-expanded={unfolded}
          aria-controls="task-head-facts"
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'Less' : 'About this task'} <ChevronDownIcon />
        </button>
      </div>
      <div id="task-head-facts" className={unfolded ? 'task-head-facts task-head-unfolded' : 'task-head-facts'}>
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
    </section>
  );
};
