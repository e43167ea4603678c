import { useService } from '../../api/person.ts';
import { Button } from '../../parts/Button.tsx';

/** Who may be tried in a demonstration; elsewhere there is nothing here. */
const DemoAccounts = ({ onChoose }: { onChoose: (email: string, password: string) => void }) => {
  const { demoAccounts = [] } = useService();
  if (demoAccounts.length === 0) return null;
  return (
    <section className="aside-box" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Accounts of this demonstration</h2>
      <ul className="plain-list demo-accounts">
        {demoAccounts.map(({ email, password, who }) => (
          <li key={email}>
            <span>
              {who}
              <span className="muted small">
                {email.slice(0, email.indexOf('@'))}
                <wbr />
                {email.slice(email.indexOf('@'))}
              </span>
            </span>
            <Button small onClick={() => onChoose(email, password)}>
              Use<span className="visually-hidden"> {email}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

export default DemoAccounts;
