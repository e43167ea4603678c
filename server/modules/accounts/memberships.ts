/** Ports: what accounts ask of the work groups and teams that people belong to. The portal plugs in whoever keeps them. */
interface Named {
  name: string;
}

export interface WorkGroupsOfPeople {
  get: (id: string) => Promise<Named | undefined>;
  all: () => Promise<(Named & { members: string[]; managers: string[] })[]>;
  /** The same again changes nothing. */
  join: (id: string, accountId: string) => Promise<void>;
}

export interface TeamsOfPeople {
  get: (id: string) => Promise<Named | undefined>;
  list: () => Promise<(Named & { officers: string[] })[]>;
  /** The same again changes nothing. */
  join: (id: string, accountId: string) => Promise<void>;
}
