/** Tabs by the pattern of the ARIA Authoring Practices: arrows move, what is moved to is shown. */
import { byId, element } from './dom.ts';

export interface Tab {
  id: string;
  label: string;
  /** Loads what the panel shows: how it is told from what is drawn already, and how to draw it. */
  look: () => Promise<{ mark: string; draw: (panel: HTMLElement) => void }>;
}

/** A tab whose panel is drawn from something that is loaded whenever it is shown, or may have changed. */
export const tab = <Loaded>(
  id: string,
  label: string,
  load: () => Loaded | Promise<Loaded>,
  draw: (panel: HTMLElement, loaded: Loaded) => void,
): Tab => ({
  id,
  label,
  look: async () => {
    const loaded = await load();
    return { mark: JSON.stringify(loaded), draw: (panel) => draw(panel, loaded) };
  },
});

export interface Tabs {
  show: (id: string) => Promise<void>;
  /** What these tabs show may have changed. */
  refresh: (...ids: string[]) => Promise<void>;
  rename: (id: string, label: string) => void;
}

interface Held {
  tab: Tab;
  button: HTMLButtonElement;
  panel: HTMLElement;
  drawn: string;
}

export const createTabs = (tabs: readonly Tab[]): Tabs => {
  let open = tabs[0]?.id ?? '';
  const held = tabs.map((tab): Held => {
    const names = { id: `tab-${tab.id}`, 'aria-controls': `panel-${tab.id}` };
    const button = element(
      'button',
      { ...names, role: 'tab', type: 'button', onclick: () => void show(tab.id) },
      tab.label,
    );
    const labelled = { id: `panel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}` };
    return { tab, button, panel: element('div', { ...labelled, role: 'tabpanel', tabindex: '0' }), drawn: '' };
  });

  const update = async (each: Held): Promise<void> => {
    try {
      const { mark, draw } = await each.tab.look();
      if (mark === each.drawn) return;
      each.drawn = mark;
      draw(each.panel);
    } catch (error) {
      each.drawn = '';
      each.panel.replaceChildren(
        element('p', { class: 'note' }, error instanceof Error ? error.message : String(error)),
      );
    }
  };

  const select = (): void => {
    for (const { tab, button, panel } of held) {
      button.setAttribute('aria-selected', String(tab.id === open));
      button.tabIndex = tab.id === open ? 0 : -1;
      panel.hidden = tab.id !== open;
    }
  };
  const show = async (id: string): Promise<void> => {
    open = id;
    select();
    for (const each of held) if (each.tab.id === id) await update(each);
  };

  const list = byId('tabs', HTMLElement);
  list.append(...held.map(({ button }) => button));
  byId('panels', HTMLElement).append(...held.map(({ panel }) => panel));
  list.addEventListener('keydown', (event) => {
    const at = held.findIndex(({ tab }) => tab.id === open);
    const last = held.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last };
    const next = Object.entries(to).find(([key]) => key === event.key)?.[1];
    const target = next === undefined ? undefined : held[next];
    if (target === undefined) return;
    event.preventDefault();
    target.button.focus();
    void show(target.tab.id);
  });
  select();

  return {
    show,
    refresh: async (...ids) => {
      for (const each of held) if (each.tab.id === open && ids.includes(open)) await update(each);
    },
    rename: (id, label) => {
      for (const { tab, button } of held) if (tab.id === id) button.textContent = label;
    },
  };
};
