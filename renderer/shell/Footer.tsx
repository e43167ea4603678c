import { Link } from 'wouter';
import { useService } from '../api/person.ts';

export const Footer = () => {
  const { council, contact } = useService();
  return (
    <footer className="footer" lang="en-GB">
      <div className="frame-width">
        <ul>
          <li>
            <Link href="/help">Help and contact</Link>
          </li>
          <li>
            <Link href="/accessibility">Accessibility statement</Link>
          </li>
          <li>
            <Link href="/privacy">Privacy</Link>
          </li>
        </ul>
        <p>
          {council}
          {contact.team && ` · ${contact.team} · ${contact.phone}`}
        </p>
      </div>
    </footer>
  );
};
