"""What ties or sets apart two things."""
