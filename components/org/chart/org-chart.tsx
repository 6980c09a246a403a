'use client';
import { ActionIcon, Tooltip } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { DepartmentView } from '@/server/org/list-departments';
import { useOrgUrl } from '../use-org-url';
import { ChartBox } from './chart-box';
import { BOX, chartLayout, edgePath } from './chart-layout';
import classes from './org-chart.module.css';
import { useChartFold } from './use-chart-fold';
import { usePan } from './use-pan';
import { useZoom } from './use-zoom';

const NONE: readonly DepartmentView[] = [];

/** The departments as a drawing to look at, to zoom and to print; a box leads to its people. */
export function OrgChart() {
  const t = useTranslations('org.chart');
  const trpc = useTRPC();
  const [, setUrl] = useOrgUrl();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const { ref: measure, width } = useElementSize<HTMLDivElement>();
  const { data, error, refetch } = useQuery(trpc.org.departments.queryOptions({ withDisabled: false }));
  const departments = data ?? NONE;
  const { isFolded, toggle } = useChartFold(departments);
  const chart = useMemo(() => chartLayout(departments, isFolded), [departments, isFolded]);
  // As wide as the frame inside its padding; until it is measured, and on a small drawing, as it is.
  const { scale, zoomIn, zoomOut, fit } = useZoom(frame, width > 0 && chart.width > 0 ? Math.min(1, width / chart.width) : 1);
  usePan(frame);
  // The company itself is what one looks at first, however tall the drawing is.
  const isPlaced = useRef(false);
  useEffect(() => {
    const [top] = chart.nodes;
    if (!frame || !top || width === 0 || isPlaced.current) return;
    isPlaced.current = true;
    frame.scrollTo(0, (top.y + BOX.height / 2) * scale - frame.clientHeight / 2);
  }, [frame, chart, width, scale]);
  // The box that is folded stays under the pointer, whatever grows or shrinks around it.
  const pinned = useRef<{ id: string; y: number } | null>(null);
  useLayoutEffect(() => {
    const node = chart.nodes.find(({ item }) => item.id === pinned.current?.id);
    if (frame && node && pinned.current) frame.scrollTo(frame.scrollLeft, node.y * scale - pinned.current.y);
    pinned.current = null;
  }, [frame, chart, scale]);
  useShortcuts([
    { keys: '+', label: t('zoomIn'), run: zoomIn },
    { keys: '-', label: t('zoomOut'), run: zoomOut },
    { keys: '0', label: t('fit'), run: fit },
  ]);
  const frameRef = useMergedRef(setFrame, measure);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const buttons = [
    { label: t('zoomIn'), icon: IconPlus, run: zoomIn },
    { label: t('zoomOut'), icon: IconMinus, run: zoomOut },
    { label: t('fit'), icon: IconArrowsMaximize, run: fit },
  ];
  return (
    <div className={classes.panel}>
      <div ref={frameRef} className={classes.frame} role="region" aria-label={t('label')}>
        {data ? (
          <div className={classes.space} style={{ width: chart.width * scale, height: chart.height * scale }}>
            <div className={classes.drawing} style={{ width: chart.width, height: chart.height, transform: `scale(${scale})` }}>
              <svg className={classes.edges} width={chart.width} height={chart.height} aria-hidden>
                {chart.edges.map((edge) => (
                  <path key={edge.id} d={edgePath(edge)} />
                ))}
              </svg>
              <ul>
                {chart.nodes.map(({ item, x, y, children }) => (
                  <ChartBox
                    key={item.id}
                    department={item}
                    x={x}
                    y={y}
                    below={children}
                    isFolded={isFolded(item.id)}
                    onFold={() => {
                      pinned.current = { id: item.id, y: y * scale - (frame?.scrollTop ?? 0) };
                      toggle(item.id);
                    }}
                    onOpen={() => setUrl({ tab: 'departments', department: item.id, person: null }, 'push')}
                  />
                ))}
              </ul>
            </div>
          </div>
        ) : (
          <LinesSkeleton lines={10} />
        )}
      </div>
      <div className={classes.zoom} role="group" aria-label={t('zoom')}>
        {buttons.map(({ label, icon: Icon, run }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon variant="default" aria-label={label} onClick={run}>
              <Icon size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </div>
  );
}
