import { useEffect, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { Redirect } from 'wouter';
import { RegistryContext, type Registry } from '../../controls/dispatch.tsx';
import { renderers } from '../../controls/renderers.ts';
import { FormText } from '../../controls/FormText.tsx';
import { LocaleContext } from '../../parts/words.ts';
import { CheckAnswers } from '../check/CheckAnswers.tsx';
import { FillingContext, useFilling, type FillingTools } from '../filling-context.ts';
import { FormLanguages } from '../language/FormLanguages.tsx';
import { FormPage } from '../page/FormPage.tsx';
import { Interruptions } from '../interrupt/Interruptions.tsx';
import type { OpenDraft } from './opened.ts';
import { PageList } from '../page/PageList.tsx';
import { CHECK, pageAddress } from '../page/places.ts';
import { Printed } from '../check/Printed.tsx';
import { SavedNow } from '../page/SavedNow.tsx';
import { useSaving } from '../save-state.ts';
import { useShownPages } from '../page/shown-pages.ts';
import { usePageLanguage } from '../language/page-language.ts';
import '../fill.css';

interface OpenFormProps {
  open: OpenDraft;
  pageId: string | undefined;
  /** Reads draft and form again. */
  reopen: () => void;
  /** Stands above every page. */
  head?: ReactNode;
}

/** An open draft: the list of its pages, one page, and what must interrupt the person. */
export const OpenForm = ({ open, pageId, reopen, head }: OpenFormProps) => {
  const { form, filling, uploads, draft, service, mode, locale } = open;
  const over = useSaving(open, ({ phase }) => phase === 'gone');
  usePageLanguage(form.language);
  useEffect(() => open.attach(), [open]);
  const tools = useMemo<FillingTools>(
    () => ({
      filling,
      uploads,
      draftId: draft.id,
      address: mode.address,
      locked: new Set(draft.locked),
      links: service.links,
      over,
    }),
    [filling, uploads, draft, mode.address, service.links, over],
  );
  const registry = useMemo<Registry>(() => ({ schema: form.definition.schema, renderers, cells: [] }), [form]);
  return (
    <FillingContext value={tools}>
      <RegistryContext value={registry}>
        {head}
        <LocaleContext value={locale}>
          <div className="fill" lang={locale.language} dir={form.direction}>
            <aside className="fill-side no-print">
              <p className="fill-form">
                <FormText text={form.text(form.definition.manifest.title) ?? ''} />
              </p>
              <FormLanguages open={open} reopen={reopen} />
              <SavedNow open={open} />
              <PageList here={pageId} />
            </aside>
            <div className="fill-main">
              <Interruptions open={open} reopen={reopen} />
              <Place open={open} pageId={pageId} />
            </div>
            <Printed open={open} />
          </div>
        </LocaleContext>
      </RegistryContext>
    </FillingContext>
  );
};

/** The page that the address names, when the answers show it; else the one that is open. */
const Place = ({ open, pageId }: Pick<OpenFormProps, 'open' | 'pageId'>) => {
  const { filling, mode } = open;
  const pages = useShownPages();
  const openId = useFilling((state) => state.pageId);
  const page = pages.find(({ id }) => id === pageId);
  useLayoutEffect(() => {
    if (page) filling.open(page.id);
  }, [filling, page]);

  if (pageId === CHECK) return <CheckAnswers open={open} />;
  if (page) return page.id === openId && <FormPage key={page.id} open={open} page={page} pages={pages} />;
  const near = pages.find(({ id }) => id === openId) ?? pages[0];
  return <Redirect to={pageAddress(mode.address, near?.id ?? CHECK)} replace />;
};
