import { Component, type ReactNode } from 'react';
import { SessionContext } from '../session.js';
import { texts } from '../texts.js';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Says so where a page could not be fetched or failed, and offers to try again; the other pages stay within reach. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  static override readonly contextType = SessionContext;
  declare readonly context: React.ContextType<typeof SessionContext>;
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const language = this.context?.language ?? 'es';
    return (
      <div className="refused" role="alert">
        <p>{texts.pageFailed[language]}</p>
        <button
          type="button"
          onClick={() => {
            location.reload();
          }}
        >
          {texts.loadAgain[language]}
        </button>
      </div>
    );
  }
}
