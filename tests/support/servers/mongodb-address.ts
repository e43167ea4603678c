/** An address of MongoDB names one host or several, which the URL class of the platform does not read. */
const address = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/;

const partsOf = (url: string): { hosts: string; options: string } => {
  const found = address.exec(url);
  if (found?.[1] === undefined) throw new Error('MONGODB_URL is no address of a MongoDB server');
  return { hosts: found[1], options: found[2] ?? '' };
};

/** The address of another database on the same server or replica set. */
export const databaseAt = (url: string, name: string): string => {
  const { hosts, options } = partsOf(url);
  return `${hosts}/${name}${options}`;
};

/** The same database on one member of the set only, which is not asked for the others: for who comes by way of a gate at `host`. */
export const memberAt = (url: string, host: string): string => {
  const [, who = '', database = ''] = /^mongodb(?:\+srv)?:\/\/([^/?]*@)?[^/?]*(\/[^?]*)?/.exec(url) ?? [];
  return `mongodb://${who}${host}${database}?directConnection=true`;
};
