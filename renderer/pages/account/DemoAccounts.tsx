import { useService } from '../../api/person.ts';
import { Button } from '../../parts/Button.tsx';

/** Who may be tried in a demonstration; elsewhere there is nothing here. */
export const DemoAccounts = ({ onChoose }: { onChoose: (email: string, password: string) => void }) => {
  const { demoAccounts = [] } = useService();
  if (demoAccounts.length === 0) return null;
  return (
    <section className="aside-box" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Accounts of this demonstration</h2>
      <ul className="plain-list demo-accounts">
        {demoAccounts.map(({ email, password, who }) => (
          <li key={email}>
            <span>{who}</span>
            <Button small onClick={() => onChoose(email, password)}>
              Use {email}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
