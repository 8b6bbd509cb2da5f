/** The row under a chart: the table behind it, and the same figures as a file. */
export const PanelFoot = ({ csv, title, children }: { csv: string; title: string; children: unknown }) => (
  <div class="foot">
    <a class="csv" href={csv} aria-label={`CSV file: ${title}`}>
      CSV
    </a>
    <details>
      <summary>
        Table<span class="unseen"> of {title}</span>
      </summary>
      {children}
    </details>
  </div>
);
