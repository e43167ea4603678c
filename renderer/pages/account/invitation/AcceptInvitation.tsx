import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '../../../../wire/account.ts';
import { call, ProblemError } from '../../../api/client.ts';
import { useAccount } from '../../../api/person.ts';
import { LoadProblem } from '../../../parts/Loaded.tsx';
import { Skeleton } from '../../../parts/Skeleton.tsx';
import { IncompleteLink } from '../DeadLink.tsx';
import { InvitationDone } from './InvitationDone.tsx';
import { InvitationForm } from './InvitationForm.tsx';
import { InvitationOver } from './InvitationOver.tsx';
import { SignedInAlready } from '../SignedInAlready.tsx';
import { useLinkToken } from '../use-link-token.ts';

/** What a link leads to: the form for a new account, or why there is none and what to do. */
const Invited = ({ token }: { token: string }) => {
  const account = useAccount();
  const [done, setDone] = useState<Me>();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call('POST', '/api/invitations/read', { token }, { signal }),
    staleTime: Infinity,
  });
  const { data, error, isFetching, refetch } = invitation;
  if (done) return <InvitationDone me={done} />;
  if (account === undefined || (isFetching && !data)) return <Skeleton lines={6} />;
  if (error instanceof ProblemError && error.body.status === 410)
    return <InvitationOver problem={error.body} account={account} />;
  if (!data) return <LoadProblem error={error} retry={() => void refetch()} busy={isFetching} />;
  if (account) return <SignedInAlready account={account} invitation={data} />;
  return <InvitationForm token={token} invitation={data} onDone={setDone} onOver={() => void refetch()} />;
};

/** Where the link of an invitation leads. */
const AcceptInvitation = () => {
  const token = useLinkToken();
  return token === undefined ? <IncompleteLink /> : <Invited key={token} token={token} />;
};

export default AcceptInvitation;
