// Runs in the page: notes when each frame starts and how long the main thread is held.

/** Begins to note frames and long tasks. */
export function startRecording() {
  const recording = { frames: [], longTasks: [], stopped: false };
  const onFrame = (time) => {
    if (recording.stopped) return;
    recording.frames.push(time);
    requestAnimationFrame(onFrame);
  };
  recording.observer = new PerformanceObserver((list) => {
    recording.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  });
  recording.observer.observe({ entryTypes: ['longtask'] });
  requestAnimationFrame(onFrame);
  window.frameRecording = recording;
}

/** Ends it: milliseconds between frames, and of each task of 50 ms or more. */
export function stopRecording() {
  const recording = window.frameRecording;
  recording.stopped = true;
  const late = recording.observer.takeRecords().map((entry) => entry.duration);
  recording.observer.disconnect();
  const { frames } = recording;
  return {
    deltas: frames.slice(1).map((time, idx) => time - frames[idx]),
    longTasks: [...recording.longTasks, ...late],
  };
}
