import { Component, type ReactElement, type ReactNode } from 'react';
import { Button } from '../parts/Button.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';

interface BoundaryProps {
  /** Where the person is: another place is tried again. */
  place: string;
  /** Stands in for a part of the frame; without it there is a page that says what to do. */
  instead?: ReactNode;
  children: ReactNode;
}

/** Stands in for a page that broke, or whose files are no longer on the server because a newer version is. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate({ place }: BoundaryProps): void {
    if (this.state.broken && place !== this.props.place) this.setState({ broken: false });
  }

  override render(): ReactElement {
    const { children, instead } = this.props;
    if (!this.state.broken) return <>{children}</>;
    if (instead !== undefined) return <>{instead}</>;
    return (
      <>
        <PageTitle>This page cannot be shown</PageTitle>
        <p>Something went wrong on our side, or the service was updated a moment ago. Everything you saved is safe.</p>
        <div className="actions">
          <Button look="primary" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        </div>
      </>
    );
  }
}
