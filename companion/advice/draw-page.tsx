import type { Language } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import type { PageCode } from './card-codes';
import { CardPage } from './card-page';
import { ListPage } from './list-page';
import { StaffPage } from './staff-page';

/** Any page of the site, as HTML. */
export function drawPage(site: AdviceSite, code: PageCode, language: Language) {
  if (code === null) return <ListPage site={site} language={language} />;
  if (code === 'staff') return <StaffPage site={site} language={language} />;
  return <CardPage site={site} code={code} language={language} />;
}
