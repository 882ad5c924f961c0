"""Signs of life of the workers."""

from django.db import models


class WorkerBeat(models.Model):
    """When a worker was last alive: one row for each worker process."""

    name = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "sign of life of a worker"
        verbose_name_plural = "signs of life of workers"

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
