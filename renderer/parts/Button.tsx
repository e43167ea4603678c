import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import './button.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  look?: ButtonLook;
  small?: boolean;
}

const classOf = ({ look = 'secondary', small = false }: Look): string =>
  `button button-${look}${small ? ' button-small' : ''}`;

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'className' | 'disabled'> {
  /** Something is under way: presses do nothing, but the button keeps focus and is read out with what is going on. */
  busy?: boolean;
  /** What the button says while busy. */
  busyText?: ReactNode;
}

/** A button; `type` is `button` unless told otherwise. */
export const Button = ({
  look,
  small,
  busy = false,
  busyText,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type}
    className={classOf({ ...(look && { look }), ...(small && { small }) })}
    aria-disabled={busy || undefined}
    onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
  >
    {busy ? (busyText ?? children) : children}
  </button>
);

interface ButtonLinkProps extends Look {
  href: string;
  children: ReactNode;
}

/** A link to another page of the portal that looks like a button. */
export const ButtonLink = ({ href, children, look, small }: ButtonLinkProps) => (
  <Link href={href} className={classOf({ ...(look && { look }), ...(small && { small }) })}>
    {children}
  </Link>
);
