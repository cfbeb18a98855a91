/** A toolbar, the puzzle piece with its list, and what to press in it. The words beside it say the same. */
export function PinPicture({ isFirefox }: { isFirefox: boolean }) {
  return (
    <svg className="picture" aria-hidden="true" viewBox="0 0 264 132">
      <rect className="paper" x="1" y="1" width="262" height="36" rx="8" />
      <rect className="quiet" x="14" y="11" width="168" height="16" rx="8" />
      <path className="chosen" d="M202 14.5a2.6 2.6 0 0 1 5.2 0V16h4.8v4.8h-1.5a2.6 2.6 0 0 0 0 5.2h1.5v0h-14v-10h4z" />
      <circle className="quiet" cx="240" cy="19" r="7" />
      <rect className="paper" x="104" y="46" width="140" height="84" rx="8" />
      <Line y={62} />
      <rect className="row" x="108" y="76" width="132" height="26" rx="5" />
      <rect className="mark" x="116" y="81" width="16" height="14" rx="4" />
      <path className="tick" d="m120.500 87.500 2.700 2.700 4.800-5" />
      <text x="140" y="93">
        CanDo
      </text>
      {isFirefox ? (
        <path
          className="chosen"
          d="M226 85.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7m0-3v3m0 7v3m6.500-6.500h-3m-7 0h-3m11-4.500-2 2m-5 5-2 2m9 0-2-2m-5-5-2-2"
        />
      ) : (
        <path className="chosen" d="M222.500 82.500h7m-5.500 0v5l-2.500 3.500h9l-2.500-3.500v-5M226 91v5" />
      )}
      <Line y={116} />
    </svg>
  );
}

function Line({ y }: { y: number }) {
  return (
    <>
      <circle className="quiet" cx="124" cy={y} r="6" />
      <rect className="quiet" x="140" y={y - 4} width="60" height="8" rx="4" />
    </>
  );
}
