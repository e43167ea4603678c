import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'wouter';
import { formsQuery } from '../../../api/portal.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { offerOf } from './offers.ts';
import { StartOffer } from './StartOffer.tsx';
import '../forms.css';

/** Where a form begins: which variant, what to have ready, who fills it in. The variant stands in the address. */
const StartForm = () => {
  const { familyId } = useParams<{ familyId: string }>();
  const [search, setSearch] = useSearchParams();
  const query = useQuery(formsQuery);
  return (
    <Loaded query={query}>
      {(forms) => {
        const offer = offerOf(forms, familyId);
        if (!offer) {
          return (
            <>
              <PageTitle>Form not found</PageTitle>
              <p>This form is not available. The start page lists the forms you can fill in.</p>
            </>
          );
        }
        const chosen = search.get('form');
        return (
          <StartOffer
            offer={offer}
            form={offer.forms.length === 1 ? offer.forms[0] : offer.forms.find(({ id }) => id === chosen)}
            onChoose={(form) => setSearch({ form }, { replace: true })}
          />
        );
      }}
    </Loaded>
  );
};

export default StartForm;
