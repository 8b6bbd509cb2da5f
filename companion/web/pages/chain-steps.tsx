const pages = [
  { path: '/stores', words: 'Stores' },
  { path: '/regions', words: 'Regions' },
  { path: '/chain', words: 'Chain totals' },
] as const;

/** The ways between the pages about many stores. */
export const ChainSteps = ({ path }: { path: (typeof pages)[number]['path'] }) => (
  <nav aria-label="Many stores" class="steps">
    {pages.map((page) => (
      <a href={page.path} aria-current={page.path === path ? 'page' : undefined}>
        {page.words}
      </a>
    ))}
  </nav>
);
