/* Made by `npm run client` from the routes of the service. */

export interface Operations {
  /**
   * Each form’s versions, newest first, with what changed and how many drafts are in each. Scope: tasks:read.
   */
  'GET /api/catalogue/versions': {
    reply: {
      form: string;
      title: string;
      kind?: string;
      version: string;
      hash: string;
      published: boolean;
      newest: boolean;
      openDrafts: number;
      changes: string[];
      [k: string]: unknown;
    }[];
  };
  /**
   * Work groups: all for the council, for others those that they are in or manage. Scope: groups:read.
   */
  'GET /api/groups': {
    reply: {
      id: string;
      revision: number;
      name: string;
      organisation: string;
      members: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      managers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      openTasks: number;
      [k: string]: unknown;
    }[];
  };
  /**
   * One work group. Scope: groups:read.
   */
  'GET /api/groups/{id}': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      revision: number;
      name: string;
      organisation: string;
      members: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      managers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      openTasks: number;
      [k: string]: unknown;
    };
  };
  /**
   * Makes a work group. Scope: groups:write.
   */
  'POST /api/groups': {
    body: {
      name: string;
      organisation: string;
      /**
       * @maxItems 500
       */
      members: string[];
      /**
       * @maxItems 50
       */
      managers: string[];
    };
    reply: {
      id: string;
      revision: number;
      name: string;
      organisation: string;
      members: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      managers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      openTasks: number;
      [k: string]: unknown;
    };
  };
  /**
   * Changes a work group: managers its members, administrators all of it. Scope: groups:write.
   */
  'PUT /api/groups/{id}': {
    params: {
      id: string;
    };
    body: {
      name: string;
      organisation: string;
      /**
       * @maxItems 500
       */
      members: string[];
      /**
       * @maxItems 50
       */
      managers: string[];
    };
    reply: {
      id: string;
      revision: number;
      name: string;
      organisation: string;
      members: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      managers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      openTasks: number;
      [k: string]: unknown;
    };
  };
  /**
   * Adds somebody to a work group by email address. Scope: groups:write.
   */
  'POST /api/groups/{id}/members': {
    params: {
      id: string;
    };
    body: {
      email: string;
    };
    reply: {
      id: string;
      revision: number;
      name: string;
      organisation: string;
      members: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      managers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      openTasks: number;
      [k: string]: unknown;
    };
  };
  /**
   * Deletes a work group that has no open task. Scope: groups:write.
   */
  'DELETE /api/groups/{id}': {
    params: {
      id: string;
    };
    reply: undefined;
  };
  /**
   * The council’s teams with their officers. Scope: groups:read.
   */
  'GET /api/teams': {
    reply: {
      id: string;
      revision: number;
      name: string;
      department: string;
      telephone: string;
      address: string;
      officers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    }[];
  };
  /**
   * Changes a team and its officers. Scope: groups:write.
   */
  'PUT /api/teams/{id}': {
    params: {
      id: string;
    };
    body: {
      name: string;
      department: string;
      telephone: string;
      address: string;
      /**
       * @maxItems 500
       */
      officers: string[];
    };
    reply: {
      id: string;
      revision: number;
      name: string;
      department: string;
      telephone: string;
      address: string;
      officers: {
        id: string;
        name: string;
        email: string;
        jobRole?: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    };
  };
  /**
   * What the council says its cases are: fields, identifiers, events and clocks. Scope: cases:read.
   */
  'GET /api/case-settings': {
    reply: {
      subject: string;
      identifiers: {
        name: string;
        label: string;
        format?: string;
        [k: string]: unknown;
      }[];
      fields: {
        name: string;
        label: string;
        kind: 'text' | 'longText' | 'date' | 'choice' | 'list';
        choices?: {
          value: string;
          label: string;
          [k: string]: unknown;
        }[];
        columns?: {
          name: string;
          label: string;
          kind?: 'text' | 'number';
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      }[];
      events: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      exceptions: {
        code: string;
        label: string;
        [k: string]: unknown;
      }[];
      clocks: {
        id: string;
        label: string;
        from: string;
        length: string;
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      openedBy: {
        form: string;
        event: string;
        address?: string;
        identifiers?: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^[a-z][A-Za-z]*$".
           */
          [k: string]: string;
        };
        values?: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$".
           */
          [k: string]: string;
        };
      }[];
      [k: string]: unknown;
    };
  };
  /**
   * Cases by last name, or those that fit what was typed. Scope: cases:read.
   */
  'GET /api/cases': {
    query?: {
      q?: string;
      team?: string;
      openedFrom?: string;
      after?: string;
      limit?: number;
    };
    reply: {
      items: {
        id: string;
        reference: string;
        subject: {
          firstName: string;
          lastName: string;
          dateOfBirth: string;
          [k: string]: unknown;
        };
        identifiers: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^.*$".
           */
          [k: string]: string;
        };
        team: string;
        officer?: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        openTasks: number;
        clock?: {
          id: string;
          label: string;
          about?: string;
          from: string;
          startedOn: string;
          dueOn: string;
          daysGone: number;
          daysLeft: number;
          state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
          words: string;
          owedBy?: 'others';
          exception?: {
            label: string;
            target?: string;
            [k: string]: unknown;
          };
          source?: {
            law: string;
            says: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      next?: string;
      [k: string]: unknown;
    };
  };
  /**
   * Open a case. Scope: cases:write.
   */
  'POST /api/cases': {
    body: {
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        identifiers: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^[a-z][A-Za-z]*$".
           */
          [k: string]: string;
        };
      };
      team: string;
      officer?: string;
      addressKept?: boolean;
      values?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      /**
       * @maxItems 50
       */
      evenIf?: string[];
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * A case with its values, events and clocks. Scope: cases:read.
   */
  'GET /api/cases/{id}': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Change what is given; a value of null is taken off, values that are not named stay. Scope: cases:write.
   */
  'PUT /api/cases/{id}': {
    params: {
      id: string;
    };
    body: {
      subject?: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        identifiers: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^[a-z][A-Za-z]*$".
           */
          [k: string]: string;
        };
      };
      team?: string;
      officer?: string | null;
      addressKept?: boolean;
      values?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Note that something happened. Scope: cases:write.
   */
  'POST /api/cases/{id}/events': {
    params: {
      id: string;
    };
    body: {
      name: string;
      on: string;
      about?: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Take back an event that was noted by mistake. Scope: cases:write.
   */
  'DELETE /api/cases/{id}/events/{event}': {
    params: {
      id: string;
      event: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Note an exception that lifts duties, for a time or until further notice; it moves no day. Scope: cases:write.
   */
  'POST /api/cases/{id}/pauses': {
    params: {
      id: string;
    };
    body: {
      from: string;
      to?: string;
      reason: string;
      code?: string;
      target?: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Change an exception, such as its last day. Scope: cases:write.
   */
  'PUT /api/cases/{id}/pauses/{pause}': {
    params: {
      id: string;
      pause: string;
    };
    body: {
      from: string;
      to?: string;
      reason: string;
      code?: string;
      target?: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Take back an exception that was noted by mistake. Scope: cases:write.
   */
  'DELETE /api/cases/{id}/pauses/{pause}': {
    params: {
      id: string;
      pause: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Keep the case and all that belongs to it, whatever the retention schedule says. Scope: cases:write.
   */
  'PUT /api/cases/{id}/hold': {
    params: {
      id: string;
    };
    body: {
      reason: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Let the retention schedule end the case again. Scope: cases:write.
   */
  'DELETE /api/cases/{id}/hold': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      reference: string;
      subject: {
        firstName: string;
        lastName: string;
        dateOfBirth: string;
        [k: string]: unknown;
      };
      identifiers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: string;
      };
      team: string;
      officer?: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      openTasks: number;
      clock?: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    } & {
      revision: number;
      address?: {
        propertyName?: string;
        houseNo?: string;
        street: string;
        area?: string;
        town: string;
        county?: string;
        postcode: string;
      };
      addressKept: boolean;
      values: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
         */
        [k: string]: unknown;
      };
      openedFrom?: string;
      clocks: {
        id: string;
        label: string;
        about?: string;
        from: string;
        startedOn: string;
        dueOn: string;
        daysGone: number;
        daysLeft: number;
        state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
        words: string;
        owedBy?: 'others';
        exception?: {
          label: string;
          target?: string;
          [k: string]: unknown;
        };
        source?: {
          law: string;
          says: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      events: {
        id: string;
        name: string;
        label: string;
        about?: string;
        on: string;
        by: string;
        [k: string]: unknown;
      }[];
      likelyEvents: {
        name: string;
        label: string;
        about?: string;
        [k: string]: unknown;
      }[];
      pauses: {
        id: string;
        from: string;
        to?: string;
        reason: string;
        code?: string;
        label?: string;
        target?: string;
        [k: string]: unknown;
      }[];
      hold?: {
        reason: string;
        by: string;
        at: string;
        [k: string]: unknown;
      };
      createdAt: string;
      updatedAt: string;
      [k: string]: unknown;
    };
  };
  /**
   * Running clocks of one’s teams, late ones first. Scope: cases:read.
   */
  'GET /api/board': {
    query?: {
      team?: string;
      state?: 'late' | 'soon' | 'others' | 'running' | 'excepted';
      clock?: string;
      officer?: 'me' | string;
      after?: string;
      limit?: number;
    };
    reply: {
      items: {
        case: string;
        reference: string;
        subject: string;
        dateOfBirth: string;
        team: string;
        officer?: string;
        clock: {
          id: string;
          label: string;
          about?: string;
          from: string;
          startedOn: string;
          dueOn: string;
          daysGone: number;
          daysLeft: number;
          state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
          words: string;
          owedBy?: 'others';
          exception?: {
            label: string;
            target?: string;
            [k: string]: unknown;
          };
          source?: {
            law: string;
            says: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      next?: string;
      [k: string]: unknown;
    };
  };
  /**
   * The same as a file for a spreadsheet. Scope: cases:read.
   */
  'GET /api/board.csv': {
    query?: {
      team?: string;
      state?: 'late' | 'soon' | 'others' | 'running' | 'excepted';
      clock?: string;
      officer?: 'me' | string;
    };
    reply: ArrayBuffer;
  };
  /**
   * What is due, overdue and late, and how long answers take. Scope: cases:read.
   */
  'GET /api/dashboard': {
    query?: {
      team?: string;
    };
    reply: {
      dueThisWeek: {
        on: string;
        count: number;
        [k: string]: unknown;
      }[];
      overdueByTeam: {
        label: string;
        count: number;
        [k: string]: unknown;
      }[];
      timeToSubmit: {
        label: string;
        count: number;
        [k: string]: unknown;
      }[];
      late: number;
      openTasks: number;
      [k: string]: unknown;
    };
  };
  /**
   * Terms and days off, by which due dates are worked out. Scope: cases:read.
   */
  'GET /api/calendar': {
    reply: {
      revision?: number;
      /**
       * @maxItems 60
       */
      terms: {
        name: string;
        from: string;
        to: string;
      }[];
      /**
       * @maxItems 400
       */
      holidays: {
        name: string;
        on: string;
      }[];
    };
  };
  /**
   * A submitted form with its answers. Scope: submissions:read.
   */
  'GET /api/submissions/{id}': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      reference: string;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      subject: string;
      submittedAt: string;
      visibleUntil: string;
      response: null | {
        postedAt: string;
        text: string;
        documents: {
          id: string;
          name: string;
          bytes: number;
          mediaType: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      };
      submittedBy: string;
      team: string;
      standing?: 'new' | 'handled';
      [k: string]: unknown;
    } & {
      answers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      notAsked?: string[];
      context: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      sha256: string;
      signatories?: {
        label: string;
        name: string;
        at: string;
        [k: string]: unknown;
      }[];
      language?: string;
      attachments: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        scan: 'clean' | 'waiting' | 'unscanned';
        [k: string]: unknown;
      }[];
      responses?: ({
        postedAt: string;
        text: string;
        documents: {
          id: string;
          name: string;
          bytes: number;
          mediaType: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      } & {
        by: string;
        [k: string]: unknown;
      })[];
      [k: string]: unknown;
    };
  };
  /**
   * A submitted form as PDF, from its own version. Scope: submissions:read.
   */
  'GET /api/submissions/{id}/pdf': {
    params: {
      id: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * A document of a submitted form, or of the council’s response to it. Scope: submissions:read.
   */
  'GET /api/submissions/{id}/attachments/{attachment}': {
    params: {
      id: string;
      attachment: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * Submitted forms of one’s teams, newest first, or what is new before the rest. Scope: submissions:read.
   */
  'GET /api/received': {
    query?: {
      q?: string;
      team?: string;
      form?: string;
      standing?: 'new' | 'handled';
      from?: string;
      to?: string;
      first?: 'new';
      after?: string;
      limit?: number;
    };
    reply: {
      items: {
        id: string;
        reference: string;
        form: {
          id: string;
          version: string;
          hash: string;
          title: string;
          [k: string]: unknown;
        };
        subject: string;
        submittedAt: string;
        visibleUntil: string;
        response: null | {
          postedAt: string;
          text: string;
          documents: {
            id: string;
            name: string;
            bytes: number;
            mediaType: string;
            [k: string]: unknown;
          }[];
          [k: string]: unknown;
        };
        submittedBy: string;
        team: string;
        standing?: 'new' | 'handled';
        [k: string]: unknown;
      }[];
      next?: string;
      [k: string]: unknown;
    };
  };
  /**
   * Says that the council has dealt with a form that came in, or has not yet. Scope: submissions:write.
   */
  'PUT /api/submissions/{id}/standing': {
    params: {
      id: string;
    };
    body: {
      standing: 'new' | 'handled';
    };
    reply: {
      id: string;
      reference: string;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      subject: string;
      submittedAt: string;
      visibleUntil: string;
      response: null | {
        postedAt: string;
        text: string;
        documents: {
          id: string;
          name: string;
          bytes: number;
          mediaType: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      };
      submittedBy: string;
      team: string;
      standing?: 'new' | 'handled';
      [k: string]: unknown;
    };
  };
  /**
   * Responds to a submitted form; whoever submitted it is told by mail. Scope: submissions:write.
   */
  'POST /api/submissions/{id}/response': {
    params: {
      id: string;
    };
    body: {
      text: string;
      /**
       * @maxItems 40
       */
      documents?: string[];
    };
    reply: {
      id: string;
      reference: string;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      subject: string;
      submittedAt: string;
      visibleUntil: string;
      response: null | {
        postedAt: string;
        text: string;
        documents: {
          id: string;
          name: string;
          bytes: number;
          mediaType: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      };
      submittedBy: string;
      team: string;
      standing?: 'new' | 'handled';
      [k: string]: unknown;
    };
  };
  /**
   * Add a document for a response that is being written; the body is its bytes. Scope: submissions:write.
   */
  'POST /api/submissions/{id}/response/documents': {
    params: {
      id: string;
    };
    query: {
      name: string;
    };
    reply: {
      id: string;
      name: string;
      bytes: number;
      mediaType: string;
      scan: 'clean' | 'waiting' | 'unscanned';
      [k: string]: unknown;
    };
  };
  /**
   * A task with its history and what the caller may do. Scope: tasks:read.
   */
  'GET /api/tasks/{id}': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Whether somebody else is writing in it now. Scope: tasks:read.
   */
  'GET /api/tasks/{id}/lock': {
    params: {
      id: string;
    };
    reply: {
      revision: number;
      writing: boolean;
      [k: string]: unknown;
    };
  };
  /**
   * To whom the caller may re-assign it. Scope: tasks:read.
   */
  'GET /api/tasks/{id}/people': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      name: string;
      email: string;
      jobRole?: string;
      away?: string;
      mayCounterSign?: boolean;
      [k: string]: unknown;
    }[];
  };
  /**
   * The task as it is now, as PDF. Scope: tasks:read.
   */
  'GET /api/tasks/{id}/pdf': {
    params: {
      id: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * The form of an open task to fill in by pen, with what is known written in it, as PDF. Scope: tasks:read.
   */
  'GET /api/tasks/{id}/blank': {
    params: {
      id: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * A document of its answers, for those who may read them. Scope: tasks:read.
   */
  'GET /api/tasks/{id}/attachments/{attachment}': {
    params: {
      id: string;
      attachment: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * A document that was sent with the task. Scope: tasks:read.
   */
  'GET /api/tasks/{id}/documents/{document}': {
    params: {
      id: string;
      document: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * Take it over from whoever left it. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/take-over': {
    params: {
      id: string;
    };
    body: {};
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Give it back. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/return': {
    params: {
      id: string;
    };
    body: {
      comment: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Hand it to somebody else. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/re-assign': {
    params: {
      id: string;
    };
    body: {
      to: {
        kind: 'user' | 'group';
        id: string;
      };
      comment?: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Counter-sign it. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/counter-sign': {
    params: {
      id: string;
    };
    body: {
      role: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Take it back. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/retract': {
    params: {
      id: string;
    };
    body: {
      comment: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Open it again. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/reopen': {
    params: {
      id: string;
    };
    body: {
      comment: string;
      dueOn?: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Give more time. Scope: tasks:write.
   */
  'POST /api/tasks/{id}/extend': {
    params: {
      id: string;
    };
    body: {
      dueOn: string;
      comment?: string;
    };
    reply: {
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * Tasks of the caller’s teams, soonest due first. Scope: tasks:read.
   */
  'GET /api/council/tasks': {
    query?: {
      case?: string;
      team?: string;
      state?: string;
      form?: string;
      holder?: string;
      held?: 'suspended' | 'gone';
      q?: string;
      after?: string;
      limit?: number;
    };
    reply: {
      items: {
        id: string;
        revision: number;
        form: {
          id: string;
          version: string;
          hash: string;
          title: string;
          [k: string]: unknown;
        };
        case: string;
        subject: string;
        state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
        holder: {
          id: string;
          name: string;
          [k: string]: unknown;
        } | null;
        holderIs?: 'suspended' | 'gone';
        lastHolder?: {
          id: string;
          name: string;
          [k: string]: unknown;
        } | null;
        group: {
          id: string;
          name: string;
          [k: string]: unknown;
        } | null;
        team: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        sentAt: string;
        assignedAt: string;
        dueOn: string | null;
        due: {
          state: 'due' | 'due-soon' | 'overdue' | 'done';
          days: number;
          words: string;
          [k: string]: unknown;
        };
        comments: string;
        submittedAt: string | null;
        retractedReason: string | null;
        submission?: string;
        draft?: string;
        [k: string]: unknown;
      }[];
      next?: string;
      [k: string]: unknown;
    };
  };
  /**
   * The same list as a file for spreadsheets. Scope: tasks:read.
   */
  'GET /api/council/tasks.csv': {
    query?: {
      case?: string;
      team?: string;
      state?: string;
      form?: string;
      holder?: string;
      held?: 'suspended' | 'gone';
      q?: string;
    };
    reply: ArrayBuffer;
  };
  /**
   * What the page that sends a form begins with. Scope: tasks:read.
   */
  'GET /api/council/tasks/proposal': {
    query: {
      case: string;
      form: string;
    };
    reply: {
      dueOn: string;
      assignTo: string[];
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      sends: string[];
      answers: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      [k: string]: unknown;
    };
  };
  /**
   * People and work groups to send to, with who is away. Scope: tasks:read.
   */
  'GET /api/council/recipients': {
    query?: {
      q?: string;
      form?: string;
      task?: string;
      case?: string;
    };
    reply: {
      kind: 'user' | 'group';
      id: string;
      name: string;
      detail: string;
      counterSigners?: string[];
      mayCounterSign?: boolean;
      away?: {
        text: string;
        until?: string;
        instead?: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    }[];
  };
  /**
   * Add a document to be sent along; the body is its bytes. Scope: tasks:write.
   */
  'POST /api/council/tasks/documents': {
    query: {
      name: string;
    };
    reply: {
      id: string;
      name: string;
      bytes: number;
      mediaType: string;
      scan: 'clean' | 'waiting' | 'unscanned';
      [k: string]: unknown;
    };
  };
  /**
   * Send a form about a case to one or many. Scope: tasks:write.
   */
  'POST /api/council/tasks': {
    body: {
      case: string;
      form: string;
      /**
       * @minItems 1
       * @maxItems 50
       */
      to: [
        {
          kind: 'user' | 'group';
          id: string;
        },
        ...{
          kind: 'user' | 'group';
          id: string;
        }[],
      ];
      dueOn?: string;
      comments?: string;
      sends?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      /**
       * @maxItems 40
       */
      documents?: string[];
      /**
       * @maxItems 50
       */
      despiteAway?: string[];
    };
    reply: ({
      id: string;
      revision: number;
      form: {
        id: string;
        version: string;
        hash: string;
        title: string;
        [k: string]: unknown;
      };
      case: string;
      subject: string;
      state: 'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';
      holder: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      holderIs?: 'suspended' | 'gone';
      lastHolder?: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      group: {
        id: string;
        name: string;
        [k: string]: unknown;
      } | null;
      team: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      sentAt: string;
      assignedAt: string;
      dueOn: string | null;
      due: {
        state: 'due' | 'due-soon' | 'overdue' | 'done';
        days: number;
        words: string;
        [k: string]: unknown;
      };
      comments: string;
      submittedAt: string | null;
      retractedReason: string | null;
      submission?: string;
      draft?: string;
      [k: string]: unknown;
    } & {
      header: {
        name: string;
        dateOfBirth?: string;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        formType: string;
        comments: string;
        requiredBy: string | null;
        sentBy: string;
        department: string;
        telephone: string;
        departmentAddress: string;
        [k: string]: unknown;
      };
      counterSignature: 'none' | 'optional' | 'required';
      counterSignedBy?: string[];
      signedBy: {
        name: string;
        role: string;
        on: string;
        [k: string]: unknown;
      } | null;
      contributors: {
        name: string;
        first: string;
        last: string;
        [k: string]: unknown;
      }[];
      lock: {
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        since: string;
        left: boolean;
        [k: string]: unknown;
      } | null;
      history: {
        event: string;
        words: string;
        by: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        at: string;
        comment?: string;
        [k: string]: unknown;
      }[];
      may: string[];
      documents: {
        id: string;
        name: string;
        bytes: number;
        mediaType: string;
        [k: string]: unknown;
      }[];
      warnings?: string[];
      answers?: {
        /**
         * This interface was referenced by `undefined`'s JSON-Schema definition
         * via the `patternProperty` "^.*$".
         */
        [k: string]: unknown;
      };
      copy?: 'own' | 'council';
      notAsked?: string[];
      [k: string]: unknown;
    })[];
  };
  /**
   * How many threads have messages that one has not seen. Scope: tasks:read.
   */
  'GET /api/threads/unread': {
    reply: {
      count: number;
      items: {
        kind: 'task' | 'submission';
        id: string;
        at: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    };
  };
  /**
   * Messages at a task, oldest first; marks them as read. Scope: tasks:read.
   */
  'GET /api/threads/task/{id}': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      by: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      council: boolean;
      at: string;
      text: string;
      mine: boolean;
      [k: string]: unknown;
    }[];
  };
  /**
   * Writes a message at a task, of which the other side is told by mail. Scope: tasks:write.
   */
  'POST /api/threads/task/{id}': {
    params: {
      id: string;
    };
    body: {
      text: string;
    };
    reply: {
      id: string;
      by: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      council: boolean;
      at: string;
      text: string;
      mine: boolean;
      [k: string]: unknown;
    };
  };
  /**
   * Messages at a submitted form, oldest first; marks them as read. Scope: submissions:read.
   */
  'GET /api/threads/submission/{id}': {
    params: {
      id: string;
    };
    reply: {
      id: string;
      by: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      council: boolean;
      at: string;
      text: string;
      mine: boolean;
      [k: string]: unknown;
    }[];
  };
  /**
   * Writes a message at a submitted form, of which the other side is told by mail. Scope: submissions:write.
   */
  'POST /api/threads/submission/{id}': {
    params: {
      id: string;
    };
    body: {
      text: string;
    };
    reply: {
      id: string;
      by: {
        id: string;
        name: string;
        [k: string]: unknown;
      };
      council: boolean;
      at: string;
      text: string;
      mine: boolean;
      [k: string]: unknown;
    };
  };
  /**
   * What is late, new, answered, unread, due and overdue for one’s teams, the most urgent first. Scope: cases:read.
   */
  'GET /api/work': {
    query?: {
      kind?: 'late' | 'new' | 'answered' | 'unread' | 'due' | 'overdue';
      team?: string;
      officer?: 'me';
      after?: string;
      limit?: number;
    };
    reply: {
      items: {
        kind: 'late' | 'new' | 'answered' | 'unread' | 'due' | 'overdue';
        about: {
          kind: 'case' | 'task' | 'submission';
          id: string;
          [k: string]: unknown;
        };
        key: string;
        subject: string;
        title: string;
        detail?: string;
        dueOn?: string;
        at?: string;
        words?: string;
        person?: string;
        officer?: string;
        team: string;
        [k: string]: unknown;
      }[];
      next?: string;
      counts: {
        late: number;
        new: number;
        answered: number;
        unread: number;
        due: number;
        overdue: number;
        [k: string]: unknown;
      };
      [k: string]: unknown;
    };
  };
  /**
   * A case with what happened in it and what is ahead, as one dated story, the newest first. Scope: cases:read.
   */
  'GET /api/cases/{id}/story': {
    params: {
      id: string;
    };
    reply: {
      case: {
        id: string;
        reference: string;
        subject: {
          firstName: string;
          lastName: string;
          dateOfBirth: string;
          [k: string]: unknown;
        };
        identifiers: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^.*$".
           */
          [k: string]: string;
        };
        team: string;
        officer?: {
          id: string;
          name: string;
          [k: string]: unknown;
        };
        openTasks: number;
        clock?: {
          id: string;
          label: string;
          about?: string;
          from: string;
          startedOn: string;
          dueOn: string;
          daysGone: number;
          daysLeft: number;
          state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
          words: string;
          owedBy?: 'others';
          exception?: {
            label: string;
            target?: string;
            [k: string]: unknown;
          };
          source?: {
            law: string;
            says: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        };
        [k: string]: unknown;
      } & {
        revision: number;
        address?: {
          propertyName?: string;
          houseNo?: string;
          street: string;
          area?: string;
          town: string;
          county?: string;
          postcode: string;
        };
        addressKept: boolean;
        values: {
          /**
           * This interface was referenced by `undefined`'s JSON-Schema definition
           * via the `patternProperty` "^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$".
           */
          [k: string]: unknown;
        };
        openedFrom?: string;
        clocks: {
          id: string;
          label: string;
          about?: string;
          from: string;
          startedOn: string;
          dueOn: string;
          daysGone: number;
          daysLeft: number;
          state: 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early';
          words: string;
          owedBy?: 'others';
          exception?: {
            label: string;
            target?: string;
            [k: string]: unknown;
          };
          source?: {
            law: string;
            says: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        events: {
          id: string;
          name: string;
          label: string;
          about?: string;
          on: string;
          by: string;
          [k: string]: unknown;
        }[];
        likelyEvents: {
          name: string;
          label: string;
          about?: string;
          [k: string]: unknown;
        }[];
        pauses: {
          id: string;
          from: string;
          to?: string;
          reason: string;
          code?: string;
          label?: string;
          target?: string;
          [k: string]: unknown;
        }[];
        hold?: {
          reason: string;
          by: string;
          at: string;
          [k: string]: unknown;
        };
        createdAt: string;
        updatedAt: string;
        [k: string]: unknown;
      };
      entries: {
        kind: 'event' | 'request' | 'form' | 'message' | 'clock';
        on: string;
        at?: string;
        words: string;
        by?: string;
        about?: {
          kind: 'task' | 'submission';
          id: string;
          [k: string]: unknown;
        };
        event?: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    };
  };
}
